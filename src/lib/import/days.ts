/** Which of the first two numbers is the day, where the file does not show it: "03/05/2024". */
export const DAY_ORDERS = ['day', 'month'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

const MONTHS: Readonly<Record<string, number>> = {
	...{ jan: 1, jän: 1, feb: 2, mär: 3, mae: 3, mar: 3, apr: 4, mai: 5, may: 5, jun: 6, jul: 7, aug: 8 },
	...{ sep: 9, okt: 10, oct: 10, nov: 11, dez: 12, dec: 12 }
};

/** A day that there is, between the first consultations on paper and a time nobody here writes from. */
function day(year: number, month: number, date: number): string | null {
	const whole = year < 100 ? 2000 + year : year;
	const made = new Date(Date.UTC(whole, month - 1, date));
	const isReal = made.getUTCMonth() === month - 1 && made.getUTCDate() === date && whole >= 1900 && whole < 2100;
	return isReal ? made.toISOString().slice(0, 10) : null;
}

const BERLIN = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** Of a moment with its zone the day in Berlin: half past eleven at night in UTC is tomorrow here. */
function ofMoment(cell: string): string | null {
	if (!/\d[T ]\d.*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/i.test(cell)) return null;
	const moment = Date.parse(
		cell
			.replace(/^(\d{4}-\d\d-\d\d) /, '$1T')
			.replace(/ (?=[+-]\d\d:?\d\d$)/, '')
			.replace(/ ?(UTC|GMT)$/i, 'Z')
	);
	return Number.isNaN(moment) ? null : BERLIN.format(moment);
}

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const GERMAN = /^(?:\p{L}{2,10},? )?(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?!\d)/u;
const PARTED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)/;
const DAY_NAMED = /^(?:\p{L}{2,10},? )?(\d{1,2})\.? (\p{L}{3})\p{L}*\.?,? (\d{4})/u;
const MONTH_NAMED = /^(?:\p{L}{2,10}, )?(\p{L}{3})\p{L}*\.? (\d{1,2}),? (\d{4})/u;

/** Days since the end of 1899, as workbooks count; those of old Macs begin in 1904. */
function ofSerial(cell: string): string | null {
	if (!/^\d{5}(?:\.\d+)?$/.test(cell)) return null;
	const made = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(cell)) * 86_400_000);
	return day(made.getUTCFullYear(), made.getUTCMonth() + 1, made.getUTCDate());
}

const numbers = (found: RegExpExecArray | null) => (found ?? []).slice(1).map(Number);

function parted(cell: string, order: DayOrder | null): string | null {
	const [first = 0, second = 0, year = 0] = numbers(PARTED.exec(cell));
	if (order === null || first === 0) return null;
	return order === 'day' ? day(year, second, first) : day(year, first, second);
}

function named(cell: string): string | null {
	const [, date = '', month = '', year = ''] = DAY_NAMED.exec(cell) ?? [];
	const [, english = '', on = '', of = ''] = MONTH_NAMED.exec(cell) ?? [];
	const number = MONTHS[(month || english).toLowerCase()];
	return number === undefined ? null : day(Number(year || of), number, Number(date || on));
}

/** The order that the cells show by a number above twelve; null: none shows it, or they contradict each other. */
export function orderIn(cells: readonly string[]): DayOrder | null {
	const found = cells.map((cell) => numbers(PARTED.exec(cell.trim())));
	const [days, months] = [found.some(([first = 0]) => first > 12), found.some(([, second = 0]) => second > 12)];
	if (days === months) return null;
	return days ? 'day' : 'month';
}

/** Reads the cells of one column of dates. What cannot be read, or could be two days, is none. */
export function dayReader(asked: { order: DayOrder | null; isWorkbook: boolean }): (cell: string) => string | null {
	return (typed) => {
		const cell = typed.normalize('NFKC').replace(/\s+/g, ' ').trim();
		if (cell === '') return null;
		const moment = ofMoment(cell);
		if (moment !== null) return moment;
		const [year = 0, month = 0, date = 0] = numbers(YEAR_FIRST.exec(cell));
		if (year > 0) return day(year, month, date);
		const [on = 0, of = 0, german = 0] = numbers(GERMAN.exec(cell));
		if (on > 0) return day(german, of, on);
		return parted(cell, asked.order) ?? named(cell) ?? (asked.isWorkbook ? ofSerial(cell) : null);
	};
}
