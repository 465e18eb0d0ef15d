import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import { weeksOf } from '#lib/texts/calendar.ts';
import { isoDay } from '#lib/texts/dates.ts';

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;
const beside = (month: string, way: number) =>
	new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + way, 1)).toISOString().slice(0, 7);

export const load = async ({ locals: { ctx }, url }) => {
	const asked = url.searchParams.get('monat') ?? '';
	const month = MONTH.test(asked) ? asked : isoDay(ctx.now).slice(0, 7);
	const found = await meetings.inMonth(ctx, month);
	return {
		month,
		weeks: weeksOf(month),
		days: found.map(({ id, title, heldOn, begins, cancelledAt }) => ({
			...{ id, title, begins, cancelled: cancelledAt !== null },
			day: Number(heldOn.slice(8))
		})),
		before: beside(month, -1),
		after: beside(month, 1)
	};
};
