/** A form: what was typed, untouched, and what is wrong with it in the person's language. */
export interface FormState<Field extends string = string> {
  readonly values: Readonly<Record<Field, string>>;
  readonly errors: Readonly<Partial<Record<Field, string>>>;
  /** Set once it went well: what was made, where that is to be shown this once; else "". */
  readonly made?: string;
}

/** What a form does when it is sent. */
export type FormAction<Field extends string = string> = (
  before: FormState<Field>,
  form: FormData,
) => Promise<FormState<Field>>;
