import { isoDay, month } from './dates.ts';
import { currentFacts } from './locales/current.ts';
import { withGerman } from './locales/german.ts';
import { fill, t } from './texts.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The days of a month in weeks from Monday to Sunday; null: belongs to another month. */
export function weeksOf(yearAndMonth: string): (number | null)[][] {
	const first = Date.parse(`${yearAndMonth}-01T00:00:00.000Z`);
	const before = (new Date(first).getUTCDay() + 6) % 7;
	const weeks: (number | null)[][] = [];
	for (let place = 0; place < 42; place++) {
		const at = new Date(first + (place - before) * DAY);
		const inside = at.toISOString().startsWith(yearAndMonth);
		if (place % 7 === 0) weeks.push([]);
		weeks.at(-1)?.push(inside ? at.getUTCDate() : null);
	}
	return weeks.filter((week) => week.some((day) => day !== null));
}

/** A whole page: what stands on the screen of somebody who had to leave ours quickly. */
export function calendar(now: string): string {
	const today = isoDay(now);
	const [name, days] = [month(today.slice(0, 7)), weeksOf(today.slice(0, 7))];
	const cell = (day: number | null) => `<td>${day ?? ''}</td>`;
	const rows = days.map((week) => `<tr>${week.map(cell).join('')}</tr>`).join('');
	const head = t.calendar.weekdays.map((day) => `<th scope="col">${day}</th>`).join('');
	const { lang, dir } = currentFacts();
	return withGerman(`<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${fill(t.calendar.title, { month: name })}</title></head><body><main><h1>${name}</h1><table><thead><tr>${head}</tr></thead>
<tbody>${rows}</tbody></table></main></body></html>`);
}
