import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "@playwright/test";
import { createFirstAccount } from "#e2e/create-first-account.ts";
import { test } from "#e2e/fixtures.ts";
import { ownerAccount } from "#e2e/owner-account.ts";
import { signIn } from "#e2e/sign-in.ts";

test("an owner takes a backup, sees why one fails, and sets when they are taken", async ({
  emptyApp: app,
  page,
}) => {
  await createFirstAccount(page, app.setUpLink(), ownerAccount);
  await signIn(page, app.url, ownerAccount);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Backups" }).click();
  await expect(page.getByText("There is no good backup yet.")).toBeVisible();
  const folder = join(dirname(app.databasePath), "backups");

  writeFileSync(folder, "");
  await page.getByRole("button", { name: "Back up now" }).click();
  await expect(page.getByText("The folder below cannot be written to.")).toBeVisible();
  rmSync(folder);
  await page.getByRole("button", { name: "Back up now" }).click();
  await expect(page.getByText("The newest good backup is of")).toBeVisible();
  await expect(page.getByText("The folder below cannot be written to.")).toBeHidden();
  const [name = ""] = readdirSync(folder);
  await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();

  await page.getByLabel("Take one").selectOption("Every day");
  await page.getByLabel("Keep").selectOption("The newest 3");
  await page.getByLabel("Warn owners").selectOption("A day and a half");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Take one")).toHaveValue("24");
  await expect(page.getByLabel("Keep")).toHaveValue("3");
  await expect(page.getByLabel("Warn owners")).toHaveValue("36");
});
