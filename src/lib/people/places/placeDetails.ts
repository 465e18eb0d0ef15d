import { z } from 'zod';
import { seenField, words, wordsIfAny, type OptionalSeen } from '../../form.ts';

export const ADDRESS_MAX = 200;
export const HOURS_MAX = 600;
export const NOTE_MAX = 600;

/** What everybody may know of a place that gives out cards. */
export const PlaceDetailsForm = z.object({
	address: words(ADDRESS_MAX),
	hours: words(HOURS_MAX),
	note: wordsIfAny(NOTE_MAX),
	seen: seenField.optional()
});
export type PlaceDetailsInput = OptionalSeen<z.output<typeof PlaceDetailsForm> & { seen: string | undefined }>;

export interface PlaceDetails {
	address: string;
	hours: string;
	note: string;
}
