import { z } from 'zod';
import type { Phase } from '../consultations/consultation.ts';
import { Ticked } from '../people/consents/consent.ts';
import { hasRole, type Person } from '../people/person.ts';
import { mayPropose } from '../proposals/proposal.ts';
import { cursor, id, instant } from '../cursor.ts';
import { several } from '../form.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** Where a page of papers ended: several can come in the same moment. */
export const PaperPlace = cursor({ at: instant, id });

/** In bytes, of one file. */
export const FILE_MAX = 20 * 1024 * 1024;
export const NAME_MAX = 160;

export const STATUSES = ['reading', 'read', 'refused', 'sent'] as const;
export const StatusName = z.enum(STATUSES);
export type Status = z.output<typeof StatusName>;

/** Why a file is not taken. */
export const PROBLEMS = [
	'tooLarge',
	/** Neither Word nor LibreOffice, PDF or text. */
	'foreign',
	/** Word of before 2007. */
	'oldWord',
	'locked',
	/** A PDF with pictures of pages only. */
	'scanned',
	'empty',
	'damaged',
	/** An archive made to fill the memory. */
	'bomb',
	/** Whoever tried to read it ended on it. */
	'tooHard'
] as const;
export const ProblemName = z.enum(PROBLEMS);
export type Problem = z.output<typeof ProblemName>;

/** What a file may hold beside its text. None of it is read; the original keeps it. */
const DROPPED = ['macros', 'objects', 'links', 'changes', 'remarks', 'pictures'] as const;
export const DroppedNames = z.array(z.enum(DROPPED));
export type Dropped = (typeof DROPPED)[number];

export interface Section {
	heading: string;
	body: string;
}

/** `id`: of the paper to be made. Sent twice it is one. */
export const UploadForm = z.object({ id: z.uuid('wrong') });

/** Which sections go out, and to which field. `field-3`: another field for section 3. */
export const SendForm = z
	.looseObject({
		sections: several(z.array(z.string().regex(/^\d{1,4}$/, 'sectionsMissing')).min(1, 'sectionsMissing')),
		field: z.string('fieldMissing').min(1, 'fieldMissing').max(40, 'wrong'),
		consents: Ticked
	})
	.transform(({ sections, field, consents, ...rest }) => ({
		...{ field, consents },
		sections: sections.map(Number),
		fieldOf: new Map(Object.entries(rest).flatMap(([name, value]) => fieldsIn(name, value)))
	}));
export type SendInput = z.output<typeof SendForm>;

function fieldsIn(name: string, value: unknown): [number, string][] {
	const place = /^field-(\d{1,4})$/.exec(name)?.[1];
	return place !== undefined && typeof value === 'string' && value !== '' ? [[Number(place), value]] : [];
}

interface Facts {
	person: Person | null;
	phases: readonly Phase[];
	now: string;
}

/** Papers come from organisations; whoever speaks for themselves writes. */
export function mayHandIn(facts: Facts): Verdict {
	return all(mayPropose(facts), noWhen(!facts.person?.organisationId, 'papersOfOrganisations'));
}

/** Of one organisation, so that no card fills the disk or keeps the reader from the papers of others. */
export const UNSENT_MAX = 10;

export function mayUploadMore({ unsent, ...facts }: Facts & { unsent: number }): Verdict {
	return all(mayHandIn(facts), noWhen(unsent >= UNSENT_MAX, 'papersUnsent', { most: String(UNSENT_MAX) }));
}

/** `seats`: how many can come in and speak for the organisation. Where there are several, another one than whoever brought it has read it. */
export function maySend(facts: Facts & { seats: number; bySameSeat: boolean; status: Status }): Verdict {
	return all(
		mayHandIn(facts),
		noWhen(facts.status !== 'read', 'paperNotRead'),
		noWhen(facts.seats > 1 && facts.bySameSeat, 'paperSecondSeat')
	);
}

/** Only what was not sent: contributions stand on what was. */
export const mayRemove = (status: Status): Verdict => noWhen(status === 'sent', 'paperSent');

/** The team reads every paper as it came. */
export function mayReadPapers(person: Person | null): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, 'moderator', 'editor', 'publisher', 'admin'), 'roleMissing')
	);
}

/** What organisations read of their own. */
export function mayReadOwn(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!person?.organisationId, 'papersOfOrganisations'));
}
