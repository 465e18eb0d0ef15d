import { z } from 'zod';
import { words } from '../../form.ts';
import { PLACE_MAX } from '../../recording/recording.ts';
import { CHOICES } from '../vote.ts';
import { DAY } from '../../time.ts';

/** Why a picture, or a page of one, is not read and not counted. */
export const PROBLEMS = [
	/** By its first bytes, whatever its name says. */
	'notPicture',
	'tooLarge',
	'tooManyPixels',
	'tooManyPages',
	'unreadable',
	/** No ballot paper. */
	'noCode',
	/** A code, but none of a paper of this process. */
	'foreign',
	'cutOff',
	'blurred',
	'tooSmall',
	'empty',
	'otherVersion',
	'doubled',
	'alreadyCounted',
	/** Whoever tried to read it ended on it. */
	'tooHard'
] as const;
export type Problem = (typeof PROBLEMS)[number];
export const ProblemName = z.enum(PROBLEMS);

/** Bytes of one file, and of all files of one upload. */
export const FILE_MAX = 25 * 1024 * 1024;
export const UPLOAD_MAX = 60 * 1024 * 1024;
/** What a telephone takes; more is no photo, but would fill the memory. */
export const PIXELS_MAX = 60_000_000;
export const PDF_PAGES_MAX = 200;
export const FILES_MAX = 100;
/** Pages in the order of the files and of what is in them. */
export const placeOfPage = (file: number, page: number) => file * 1_000 + page;
export const NAME_MAX = 120;
/** Pictures that nobody has counted are deleted after so long. */
export const KEPT = 7 * DAY;

/** What comes with the pictures. `id`: of the pile to be made, sent twice it is one. */
export const UploadForm = z.object({ id: z.uuid('wrong'), date: z.iso.date('dateWrong'), place: words(PLACE_MAX) });
export type UploadInput = z.output<typeof UploadForm>;

/** What was read of a page, as it is kept until it is counted. */
export const Reading = z.object({
	marks: z.array(z.object({ point: z.number(), choice: z.enum(CHOICES).nullable(), sure: z.boolean() })),
	/** null: nobody can tell; not there: it is on another page. */
	consent: z.boolean().nullable().optional(),
	turned: z.boolean(),
	/** Pages of the whole paper. */
	pages: z.number()
});
export type Reading = z.output<typeof Reading>;

/** Pictures beside those of points, by their number: the whole page, and the box of the consent. */
export const WHOLE = 0;
export const CONSENT = -1;

/** `choice-PAGE-POINT` and `consent-PAPER`: what a person has seen where the machine was not sure. */
export const CountForm = z.looseObject({}).transform((typed) => typed);
export const ChoiceSeen = z.enum([...CHOICES, 'none']);
export const DiscardForm = z.object({ page: z.uuid('wrong') });

export const choiceName = (page: string, point: number) => `choice-${page}-${point}`;
export const consentName = (paper: string) => `consent-${paper}`;
