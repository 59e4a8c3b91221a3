import { readQuestion } from "#app/_answers/read-question.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Question } from "#lib/answers/question.ts";

/** The question of an address to a campaign that has events; see `readQuestion`. */
export function questionOf(scope: Scope<"campaigns.read">, address = "", id = 1): Question {
  const { question } = readQuestion(scope, { id }, new URLSearchParams(address));
  if (question === null) throw new Error("the campaign has no events");
  return question;
}
