import { isRecord } from '../canonical.ts';
import { noonOf } from '../time.ts';
import { day } from '../texts/dates.ts';
import { fill, t } from '../texts/texts.ts';
import type { ShownChange } from '../ui/forms/shownChange.ts';
import { lastInstant, type Consultation } from './consultation.ts';
import type { Edit } from './edits.server.ts';
import { OrderedName, STATES } from './process.ts';
import { openingsOf } from './phases/phaseShown.ts';

/** An edit in words: what was done to what, and what stood there before and after. */

type Facts = Readonly<Record<string, string>>;
const labels = (): Readonly<Record<string, string>> => t.process.history.facts;

/** What something said, by the names of its facts; only what people would look for. */
function factsIn({ part, partId }: Pick<Edit, 'part' | 'partId'>, state: unknown, of: Consultation): Facts {
	if (part === 'order') return { order: titlesOf(of, OrderedName.parse(partId), STATES.order.parse(state ?? [])) };
	if (!isRecord(state)) return {};
	if (part === 'phase') return phaseFacts(STATES.phase.parse(state));
	const { slug: _, endedAt, ...texts } = state;
	const plain = Object.entries(texts).map(([name, text]) => [name, String(text ?? '')]);
	return { ...Object.fromEntries(plain), ...(typeof endedAt === 'string' && { endedAt: day(endedAt) }) };
}

function phaseFacts(state: ReturnType<typeof STATES.phase.parse>): Facts {
	const { title, asks, answerBy, beginsAt, endsAt } = state;
	return {
		...{ title, asks, beginsAt: day(beginsAt), endsAt: day(lastInstant({ endsAt })) },
		answerBy: answerBy === null ? '' : day(noonOf(answerBy)),
		actions: openingsOf(state)
	};
}

function titlesOf(of: Consultation, ordered: (typeof OrderedName)['options'][number], ids: readonly string[]): string {
	const lists = { fields: of.allFields, questions: of.allQuestions, phases: of.phases };
	const titles = new Map(lists[ordered].map(({ id, title }) => [id, title] as const));
	return ids.map((id) => titles.get(id) ?? '…').join(' · ');
}

/** Edits that are not made yet: what would become different, each with what it is about. */
export function shownChanges(edits: readonly Edit[], of: Consultation): ShownChange[] {
	return edits.flatMap((edit) => {
		const { what, changes } = shownEdit(edit, of);
		return changes.map((change) => ({ ...change, label: `${what} – ${change.label}` }));
	});
}

export interface ShownEdit {
	id: string;
	what: string;
	by: string | null;
	at: string;
	undoneAt: string | null;
	newest: boolean;
	/** Only what differs. */
	changes: ShownChange[];
}

export function shownEdit(edit: Edit, of: Consultation): ShownEdit {
	const { parts, acts, orders } = t.process.history;
	const [before, after] = [factsIn(edit, edit.before, of), factsIn(edit, edit.after, of)];
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	const title = edit.part === 'order' ? orders[OrderedName.parse(edit.partId)] : (after.title ?? before.title ?? '');
	const act = edit.before === null ? acts.added : edit.after === null ? acts.removed : acts.changed;
	const { id, by, at, undoneAt, newest } = edit;
	return {
		...{ id, by, at, undoneAt, newest },
		what: fill(act, { what: fill(parts[edit.part], { title }) }),
		changes: names
			.filter((name) => (before[name] ?? '') !== (after[name] ?? ''))
			.map((name) => ({ label: labels()[name] ?? title, before: before[name] ?? '', after: after[name] ?? '' }))
	};
}
