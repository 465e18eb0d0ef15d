import { day } from '../../texts/dates.ts';
import { fill, t } from '../../texts/texts.ts';

/** `Montag, 3. Mai 2027, 14:00 bis 16:00 Uhr` */
export function whenOf({ heldOn, begins, ends }: { heldOn: string; begins: string; ends: string }): string {
	return fill(t.meetings.when, { day: day(heldOn), begins, ends });
}
