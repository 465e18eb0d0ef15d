import { z } from 'zod';
import { canBeGerman, head, otherLanguage, sheet, withTitle, type SheetInput } from '../recording.ts';

/** As many sheets as fit on one page. */
export const ROWS = 8;
export const PARTS = ['id', 'kind', 'field', 'title', 'body', 'language', 'consent', 'sheetNumber'] as const;

const RowForm = z.object(sheet).refine(canBeGerman, otherLanguage).transform(withTitle);
const text = z.union([z.string(), z.array(z.string())]);

export interface Row {
	/** From 1. */
	place: number;
	form: { ok: true; sheet: z.output<typeof RowForm> } | { ok: false; errors: Record<string, string> };
}

/** A row is empty as long as nobody has written anything: what is only chosen or ticked does not count. */
function rowsIn(values: Readonly<Record<string, unknown>>): Row[] {
	return Array.from({ length: ROWS }, (_, index) => index + 1).flatMap((place): Row[] => {
		const typed = Object.fromEntries(PARTS.map((part) => [part, values[`${part}-${place}`]]));
		if (!String(typed.title ?? '').trim() && !String(typed.body ?? '').trim()) return [];
		const parsed = RowForm.safeParse(typed);
		if (parsed.success) return [{ place, form: { ok: true, sheet: parsed.data } }];
		const errors: Record<string, string> = {};
		for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
		return [{ place, form: { ok: false, errors } }];
	});
}

/** Several sheets with one head. Each row stands for itself: what is wrong with one says nothing about the others. */
export const ManySheetsForm = z
	.object({
		...head,
		readBack: z.literal('yes').optional().catch(undefined),
		/** Every sheet is one person's, who gets a code to take it over; else they are a group's. */
		withCode: z.literal('yes').optional().catch(undefined),
		treffen: z.coerce.number().int().min(1).max(1_000_000_000).optional().catch(undefined)
	})
	.catchall(text)
	.transform(({ channel, date, place, group, readBack, withCode, treffen, ...rest }) => ({
		head: { channel, date, place, group, readBack },
		...{ withCode, treffen },
		rows: rowsIn(rest)
	}))
	.refine((pile) => pile.rows.length > 0, { error: 'rowsMissing', path: ['body-1'] });
export type ManySheetsInput = z.output<typeof ManySheetsForm>;

/** One row with its head, as if it had been typed on a page of its own. */
export function asSheet(pile: ManySheetsInput, row: z.output<typeof RowForm>): SheetInput {
	return { whose: pile.withCode || row.sheetNumber ? 'person' : 'group', ...pile.head, ...row };
}
