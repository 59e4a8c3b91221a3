import { addNote } from "#app/w/_server/add-note.ts";
import { deleteNote } from "#app/w/_server/delete-note.ts";
import { NotesCard } from "#components/dashboards/notes-card.tsx";
import { listAnnotations } from "#db/queries/annotations/list-annotations.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Question } from "#lib/answers/question.ts";
import type { Annotation } from "#lib/domain/annotation.ts";
import { stepAt, timeSteps } from "#lib/time/time-steps.ts";

/** The team's notes: those of a stretch of time by the step of its chart, and all of them as a card to write in. */
export function notesOf(
  scope: Scope<"campaigns.read">,
  campaignId: number,
  question: Pick<Question, "from" | "to" | "grain" | "zone">,
): { marks: (Annotation & { step: number })[]; card: React.ReactNode } {
  const steps = timeSteps(question, question.grain, question.zone);
  const notes = listAnnotations(scope, { campaignId });
  const isWithin = ({ at }: Annotation) => at >= question.from && at < question.to;
  const within = notes.filter(isWithin);
  const bound = [scope.workspaceSlug, campaignId] as const;
  const canWrite = scope.permissions.has("campaigns.write");
  return {
    marks: within.map((note) => ({ ...note, step: stepAt(steps, note.at) })),
    card:
      notes.length === 0 && !canWrite ? null : (
        <NotesCard
          notes={notes.map((note) => ({ ...note, mark: isWithin(note) ? within.indexOf(note) + 1 : null }))}
          zone={scope.zone}
          add={canWrite ? addNote.bind(null, ...bound) : null}
          remove={canWrite ? deleteNote.bind(null, ...bound) : null}
        />
      ),
  };
}
