import { z } from 'zod';
import { words } from '../../form.ts';

/** Photos of flip charts beside the text of a meeting: what was written there, as it was written. */

/** Bytes of one file. */
export const FILE_MAX = 15 * 1024 * 1024;
/** What a telephone takes. */
export const PIXELS_MAX = 40_000_000;
/** Of one meeting: what more says belongs into its text. */
export const PHOTOS_MAX = 4;
export const ALT_MAX = 400;

/** `id`: of the photo to be kept, sent twice it is one. `alt`: for whoever does not see it. `nobody`: no face, no name is on it. */
export const PhotoForm = z.object({
	id: z.uuid('wrong'),
	alt: words(ALT_MAX),
	nobody: z.literal('yes', 'photoShowsSomebody')
});
export type PhotoInput = z.output<typeof PhotoForm>;
export const RemovePhotoForm = z.object({ photo: z.uuid('wrong') });

/** `klein` beside the text, `gross` by itself. */
export const SIZES = ['klein', 'gross'] as const;
export type PhotoSize = (typeof SIZES)[number];

export interface Photo {
	id: string;
	alt: string;
	/** Pixels of the small one. */
	width: number;
	height: number;
}

export const photoHref = (workshop: number, id: string, size: PhotoSize) =>
	`/treffen/${workshop}/foto/${id}/${size}.jpg`;

/** Why a file is not kept. */
export type Problem = 'notPicture' | 'tooLarge' | 'tooManyPixels' | 'unreadable';

export class BadPhoto extends Error {
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem);
		this.problem = problem;
	}
}
