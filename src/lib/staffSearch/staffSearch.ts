import { z } from 'zod';
import { mayReadAnswers } from '../answers/answer.ts';
import { mayDistil } from '../distillation/desk/workItem.ts';
import { mayModerate, type State } from '../moderation/screening.ts';
import { hasRole, type Person } from '../people/person.ts';
import { mayReadPapers } from '../positionPapers/positionPaper.ts';
import { fold } from '../proposals/lists/searchText.ts';
import { mayReadWorkshops } from '../recording/workshops/workshop.ts';
import { ASKED_MAX } from '../search/query.ts';
import { t } from '../texts/texts.ts';
import { mayAnswerTickets } from '../tickets/ticket.ts';
import type { Verdict } from '../verdict.ts';

/** What the index knows. `point`: the newest published wording; `draftPoint`: one that is still written. */
export const ENTRY_KINDS = [
	...(['proposal', 'comment', 'amendment', 'point', 'draftPoint', 'answer', 'paper'] as const),
	...(['cluster', 'remark', 'decision', 'ticket', 'meeting'] as const)
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
export const EntryKindName = z.enum(ENTRY_KINDS);

/** Texts of participants, which are screened: of these it counts whether they are public. */
export const SCREENED: readonly EntryKind[] = ['proposal', 'comment', 'amendment'];

/** What was taken back is not searched. */
export const SEARCHED_STATES = [
	'waiting',
	'published',
	'shared',
	'rejected',
	'hidden',
	'withheld'
] as const satisfies readonly State[];
export type SearchedState = (typeof SEARCHED_STATES)[number];

const everyone = (person: Person | null): boolean => person !== null;
const ok =
	(may: (person: Person | null) => Verdict) =>
	(person: Person | null): boolean =>
		may(person).ok;

/** Who finds what; of texts of participants that are not public see `mayFindHidden`. */
const READERS: Readonly<Record<EntryKind, (person: Person | null) => boolean>> = {
	proposal: everyone,
	comment: everyone,
	amendment: everyone,
	point: everyone,
	draftPoint: (person) => hasRole(person, 'moderator', 'editor', 'publisher', 'admin'),
	answer: ok(mayReadAnswers),
	paper: ok(mayReadPapers),
	cluster: ok(mayDistil),
	remark: ok(mayDistil),
	decision: ok(mayModerate),
	ticket: ok(mayAnswerTickets),
	meeting: ok(mayReadWorkshops)
};

export const kindsFor = (person: Person | null): EntryKind[] => ENTRY_KINDS.filter((kind) => READERS[kind](person));

/** Whoever screens reads texts of participants in every state; everybody else only what is public. */
export const mayFindHidden = (person: Person | null): boolean => mayModerate(person).ok;

/** From the address. Anything unknown is left out rather than refused. */
export const StaffQuery = z
	.object({
		q: z
			.string()
			.trim()
			.transform((asked) => asked.slice(0, ASKED_MAX))
			.catch(''),
		art: EntryKindName.nullable().catch(null).default(null),
		zustand: z.enum(SEARCHED_STATES).nullable().catch(null).default(null),
		nach: z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null).default(null)
	})
	.transform(({ q, art, zustand, nach }) => ({ q, kind: art, state: zustand, under: nach }));
export type StaffAsk = z.output<typeof StaffQuery>;

/** A number is a name of its own only of these. */
export const NUMBERED = ['proposal', 'point', 'amendment', 'cluster', 'ticket', 'meeting'] as const;
export type NumberedKind = (typeof NUMBERED)[number];

const TEAM_NAMES: Readonly<Record<string, NumberedKind>> = { stapel: 'cluster', meldung: 'ticket' };

/** By the German word, or as the page calls it: `Cluster {number}: …`. */
function kindCalled(name: string): NumberedKind | undefined {
	if (Object.hasOwn(TEAM_NAMES, name)) return TEAM_NAMES[name];
	return Object.values(TEAM_NAMES).find((kind) => fold(t.staffSearch.titles[kind].split('{')[0] ?? '').trim() === name);
}

/** `Stapel 3`, `Meldung Nr. 4`, in English `Cluster 3`: what only the team calls by its number. */
export function teamNumber(asked: string): { kind: NumberedKind; number: number } | null {
	const [, name = '', number = ''] = /^(\p{L}+) (?:nr |nummer |no |number )?(\d{1,9})$/u.exec(fold(asked)) ?? [];
	const kind = kindCalled(name);
	return kind ? { kind, number: Number(number) } : null;
}

/** What the index holds of one thing, and what is shown of it: read from where it stands, as it is now. */
export interface EntryRow {
	id: string;
	number: number | null;
	title: string;
	body: string;
	/** Found, and not shown. */
	also: string | null;
	author: string | null;
	state: string | null;
	/** What it belongs to: see `EntryAbout`. */
	about: string | null;
	aboutNumber: number | string | null;
}
