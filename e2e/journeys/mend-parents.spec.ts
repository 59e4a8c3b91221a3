import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";
import { LOCALE_COOKIE, type Locale } from "#lib/i18n/locales.ts";
import { createCampaign } from "./create-campaign.ts";

/** Eight shares in three cascades, whose parents are handles of persons; the name column is not the person. */
const LOG = `post,brought_by,user,user_id,when,type
a1,,Sami,p1,2026-03-01T09:00:00Z,tweet
b1,@P1,Sami,p2,2026-03-01T10:00:00Z,retweet
b2,@P1,Sami,p3,2026-03-01T11:00:00Z,retweet
c1,\u200f@P2,Sami,p4,2026-03-01T12:00:00Z,retweet
a2,,Sami,p5,2026-03-02T09:00:00Z,tweet
d1,@P5,Sami,p6,2026-03-02T10:00:00Z,retweet
d2,@P6,Sami,p7,2026-03-02T11:30:00Z,retweet
a3,,Sami,p8,2026-03-03T09:00:00Z,tweet
`;

const WORDS = {
  en: {
    ...{ choose: "Choose a file", parent: /^Parent share/, code: /^Share code/, check: "Check the file" },
    preview: "What the first rows become",
    ...{ share: "Share", nobody: "nobody", text: "5 of the 5 unknown parents are found if" },
    ...{
      how: "the parent is taken for a person and letter case is ignored",
      apply: "Apply this and check again",
    },
    ...{
      found: "5 of the 5 parents that are no share's code were found",
      marks: "Invisible marks were taken out of 1 cell",
    },
    ...{
      orphans: "Shares without their parent",
      back: "Back to columns",
      import: "Import",
      done: "4. Imported",
    },
    ...{ saved: "A file with these headings was imported before.", use: "Use its columns" },
    ...{ used: "These are the columns of that file.", forget: "Forget them" },
  },
  ar: {
    ...{ choose: "اختيار ملف", parent: /^المشاركة الأصل/, code: /^رمز المشاركة/, check: "افحص الملف" },
    preview: "ما تصير إليه الصفوف الأولى",
    ...{ share: "مشاركة", nobody: "لا أحد", text: "يُعثر على 5 من أصل 5 من الأصول المجهولة إذا" },
    ...{ how: "عُدَّ الأصل شخصًا وأُهملت حالة الأحرف", apply: "طبّق هذا وأعد الفحص" },
    ...{ found: "عُثر على 5 من أصل 5", marks: "أُزيلت علامات غير مرئية من خلية واحدة" },
    ...{
      orphans: "مشاركات بلا أصلها",
      back: "العودة إلى الأعمدة",
      import: "استورد",
      done: "4. تم الاستيراد",
    },
    ...{ saved: "استُورد من قبل ملف بهذه العناوين.", use: "استخدم أعمدته" },
    ...{ used: "هذه أعمدة ذلك الملف.", forget: "انسَها" },
  },
} as const;

async function upload(page: Page, campaign: string, locale: Locale): Promise<void> {
  await page.goto(`${campaign}/import`);
  const [name, buffer] = [`${locale}.csv`, Buffer.from(LOG.replace("post,", `${locale} post,`))];
  await expect(async () => {
    await page.getByLabel(WORDS[locale].choose).setInputFiles({ name, mimeType: "text/csv", buffer });
    await expect(page).toHaveURL(/\/import\/\d+$/, { timeout: 3000 });
  }).toPass();
}

for (const locale of ["en", "ar"] as const)
  test(`parents that are handles of persons are found in one press, and the columns offered again: ${locale}`, async ({
    app,
    ownerPage: page,
  }) => {
    const words = WORDS[locale];
    await page.goto(app.url);
    const campaign = await createCampaign(page, `Handles ${locale}`);
    await page.context().addCookies([{ name: LOCALE_COOKIE, value: locale, url: app.url }]);
    await upload(page, campaign, locale);
    const main = page.getByRole("main");

    await test.step("columns are found, and the rows shown as they become events", async () => {
      await expect(page.getByLabel(words.saved)).toHaveCount(0);
      await page.getByLabel(words.code).selectOption(`${locale} post`);
      await page.getByLabel(words.parent).selectOption("brought_by");
      const preview = page.getByRole("table", { name: words.preview });
      await expect(preview.getByRole("row").nth(1)).toContainText("p1");
      await expect(preview.getByRole("row").nth(1)).toContainText(words.nobody);
      await expect(preview.getByRole("row").nth(2)).toContainText("@P1");
    });

    await test.step("what finds the parents is said, and applied in one press", async () => {
      await page.getByRole("button", { name: words.check }).click();
      await expect(main).toContainText(words.text);
      await expect(main).toContainText(words.how);
      await expect(main).toContainText(words.marks);
      await page.getByRole("button", { name: words.apply }).click();
      await expect(main).toContainText(words.found);
      const orphans = page
        .locator("dl > div")
        .filter({ has: page.getByText(words.orphans, { exact: true }) });
      await expect(orphans.getByText("0", { exact: true })).toBeVisible();
      await page.getByRole("button", { name: words.import, exact: true }).click();
      await expect(page.getByRole("heading", { name: words.done })).toBeVisible();
    });

    await test.step("the next file of the kind is offered the same columns, until they are forgotten", async () => {
      await upload(page, campaign, locale);
      await expect(main).toContainText(words.saved);
      await page.getByRole("button", { name: words.use }).click();
      await expect(main).toContainText(words.used);
      await expect(page.getByLabel(words.parent)).toHaveValue("brought_by");
      await page.getByRole("button", { name: words.forget }).click();
      await expect(main).not.toContainText(words.saved);
    });
  });
