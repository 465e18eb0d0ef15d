import { z } from 'zod';
import { mayNow, openPhase, type Action, type Phase, type Turn } from '../consultations/consultation.ts';
import { BODY_MAX as COMMENT_MAX, STANCES } from '../comments/comment.ts';
import { words } from '../form.ts';
import { DistrictAnswer, type District } from '../people/details/district.ts';
import { canBe, SPOKEN, type Spoken } from '../people/details/language.ts';
import { GroupChoice, hasRole, type Group, type Person } from '../people/person.ts';
import { BODY_MIN, BODY_MAX, TITLE_MAX, titleFrom } from '../proposals/proposal.ts';
import { isoDay } from '../texts/dates.ts';
import { all, noWhen, yes, type Verdict } from '../verdict.ts';
import { DAY, noonOf } from '../time.ts';

/** How the words reached the one who wrote them down. */
export const CHANNELS = ['conversation', 'paper', 'workshop', 'telephone'] as const;
export type Channel = (typeof CHANNELS)[number];
export const ChannelName = z.enum(CHANNELS);

/** For one person, who gets a card to take it over; or for several, where nobody can. */
const WHOSE = ['person', 'group'] as const;

export const SUBJECTS = ['proposal', 'comment'] as const;
export type SubjectKind = (typeof SUBJECTS)[number];

export const PLACE_MAX = 120;
/** Evidence needs a source and comes from people who write themselves. */
export const SHEET_KINDS = ['experience', 'proposal', 'example'] as const;
/** Paper takes time: what was said within a phase may be typed in so many days after its end. */
const LATE_DAYS = 14;
/** Of the text `t.recording.consentText`: whoever changes the text counts on here. */
export const CONSENT_VERSION = '1';

const said = (most: number) => z.string('missing').trim().min(BODY_MIN, 'tooShort').max(most, 'tooLong');

/** What stays the same from sheet to sheet. */
export const head = {
	channel: z.enum(CHANNELS, 'choose'),
	date: z.iso.date('dateWrong'),
	place: words(PLACE_MAX),
	group: GroupChoice
};

export const readBack = z.literal('yes').optional().catch(undefined);
export const consent = z.literal('yes', 'consentMissing');
const whose = z.enum(WHOSE).catch('person').default('person');

/** The recording before, when the same person goes on speaking: no new card, the same name. */
export const same = {
	former: z.uuid().optional().catch(undefined),
	same: z.literal('yes').optional().catch(undefined)
};

/** What is mostly in other letters is no German, whatever stands in the form by itself. */
export const canBeGerman = ({ language, title, body }: { language: Spoken; title: string; body: string }) =>
	canBe(language, `${title} ${body}`);
export const otherLanguage = { error: 'languageWrong', path: ['language'] };

/** What differs from sheet to sheet, in the order of the paper form. */
export const sheet = {
	id: z.uuid('wrong'),
	kind: z.enum(SHEET_KINDS, 'choose'),
	/** Empty: nobody knows where it belongs. */
	field: z.string().max(40, 'wrong').default(''),
	/** Empty: the first words make it. */
	title: z.string().trim().max(TITLE_MAX, 'tooLong').default(''),
	body: said(BODY_MAX),
	language: z.enum(SPOKEN, 'wrong').default('de'),
	consent,
	/** Of a printed sheet whose strip has a code: it is for whoever wrote on it. Empty: it has none. */
	sheetNumber: z
		.string()
		.trim()
		.toUpperCase()
		.regex(/^(?:[0-9A-F]{6})?$/, 'sheetNumber')
		.default('')
};

/** Whoever writes on paper thinks of no heading. */
export const withTitle = <T extends { title: string; body: string }>(form: T): T => ({
	...form,
	title: form.title || titleFrom(form.body)
});

export const SheetForm = z
	.object({ whose, ...same, ...head, ...sheet, district: DistrictAnswer, readBack })
	.refine(canBeGerman, otherLanguage)
	.transform(withTitle);
export type SheetInput = Omit<z.output<typeof SheetForm>, 'language' | 'district' | 'sheetNumber'> & {
	sheetNumber?: string;
	language?: Spoken;
	district?: District | null;
};

export const SaidForm = z.object({
	whose,
	...same,
	...head,
	id: z.uuid('wrong'),
	/** What it is about: a contribution or a point of the strategy, by its number. */
	about: z.enum(['proposal', 'point'], 'choose'),
	number: z.coerce.number('wrong').int('wrong').min(1, 'wrong').max(1_000_000_000, 'wrong'),
	stance: z.enum(STANCES, 'choose'),
	body: z.string('missing').trim().min(3, 'tooShort').max(COMMENT_MAX, 'tooLong'),
	consent,
	readBack
});
export type SaidInput = z.output<typeof SaidForm>;

/** What every recording says about where its words come from. */
export interface Origin {
	id: string;
	whose: 'person' | 'group';
	channel: Channel;
	date: string;
	place: string;
	group: Group;
	readBack?: 'yes';
	former?: string;
	same?: 'yes';
	sheetNumber?: string;
	workshopId?: string;
}

export function mayRecord(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'helper', 'admin'), 'roleMissing'));
}

export interface RecordingFacts {
	person: Person | null;
	phases: readonly Phase[];
	now: string;
	/** YYYY-MM-DD */
	saidOn: string;
	action: Action;
	/** Who said it; null: several, or not said yet. */
	group: Turn;
}

/** Said while it was possible, typed in a little later: paper has to be carried home first. */
export function mayRecordNow({ person, phases, now, saidOn, action, group }: RecordingFacts): Verdict {
	const then = openPhase(phases, action, noonOf(saidOn), group);
	const late = then ? Date.parse(then.endsAt) + LATE_DAYS * DAY : 0;
	return all(
		mayRecord(person),
		noWhen(saidOn > isoDay(now), 'saidLater'),
		Date.parse(now) < late ? yes : mayNow(phases, action, now, group)
	);
}

/** Whose hand wrote it down, or a colleague of the same place, takes it back for the one who said it, until that person answers for it herself. */
export function mayWithdrawConsent(facts: {
	person: Person | null;
	/** Who works at the same place, the one who asks among them. */
	colleagues: readonly string[];
	recordedBy: string;
	takenOverAt: string | null;
}): Verdict {
	const { person, colleagues, recordedBy, takenOverAt } = facts;
	return all(
		mayRecord(person),
		noWhen(!colleagues.includes(recordedBy) && !hasRole(person, 'admin'), 'notYourRecording'),
		noWhen(takenOverAt !== null, 'takenOverNow')
	);
}

/** A recording goes over once. `holder`: who came in with its card, if anybody did. */
export function mayClaim(facts: { personId: string; holder: string | null; takenOverAt: string | null }): Verdict {
	const others = facts.holder !== null && facts.holder !== facts.personId;
	return noWhen(facts.takenOverAt !== null || others, 'takenOver');
}
