import { unmarked } from '../../texts/locales/german.ts';
import { fill, t } from '../../texts/texts.ts';
import type { Meeting } from './meeting.ts';

/** When summer time begins and ends, as long as the law stays as it is. */
const ZONE = [
	...['BEGIN:VTIMEZONE', 'TZID:Europe/Berlin'],
	...['BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'DTSTART:19700329T020000'],
	...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
	...['BEGIN:STANDARD', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'DTSTART:19701025T030000'],
	...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD', 'END:VTIMEZONE']
];

/** RFC 5545: these signs would end a value. */
const escaped = (text: string) =>
	unmarked(text)
		.replace(/[\\;,]/g, (sign) => `\\${sign}`)
		.replace(/\r?\n/g, '\\n');

/** Lines of at most 75 bytes; what follows begins with a space. No sign is cut in two. */
function folded(line: string): string {
	const parts: string[] = [];
	let [part, size] = ['', 0];
	for (const sign of line) {
		const bytes = Buffer.byteLength(sign);
		if (size + bytes > 74) {
			parts.push(part);
			[part, size] = ['', 1];
		}
		part += sign;
		size += bytes;
	}
	return [...parts, part].join('\r\n ');
}

const stamp = (instant: string) => instant.replace(/[-:]|\.\d+/g, '');
const local = (day: string, time: string) => `${day.replaceAll('-', '')}T${time.replace(':', '')}00`;

/** What is said of a meeting beside time and place, in lines. */
export function needsOf(meeting: Meeting): { term: string; text: string }[] {
	const words = t.meetings;
	const { audience, access, childcare, languages, travel } = meeting;
	const said = { audience: audience || words.forAll, access, childcare, languages, travel };
	return [
		{ term: words.terms.audience, text: said.audience },
		{ term: words.terms.access, text: said.access || words.open },
		{ term: words.terms.childcare, text: said.childcare || words.open },
		{ term: words.terms.languages, text: said.languages || words.open },
		{ term: words.terms.travel, text: said.travel || words.open }
	];
}

function event(meeting: Meeting, origin: string): string[] {
	const host = new URL(origin).host;
	const address = `${origin}/treffen/termin/${meeting.id}`;
	const lines = needsOf(meeting).map(({ term, text }) => `${term} ${text}`);
	const { title, heldOn, begins, ends, changedAt, cancelledAt } = meeting;
	return [
		...[
			'BEGIN:VEVENT',
			`UID:${meeting.id}@${host}`,
			`DTSTAMP:${stamp(changedAt)}`,
			`LAST-MODIFIED:${stamp(changedAt)}`
		],
		`DTSTART;TZID=Europe/Berlin:${local(heldOn, begins)}`,
		`DTEND;TZID=Europe/Berlin:${local(heldOn, ends)}`,
		`SUMMARY;LANGUAGE=de:${escaped(cancelledAt ? fill(t.meetings.cancelledTitle, { title }) : title)}`,
		`LOCATION;LANGUAGE=de:${escaped(meeting.place)}`,
		`DESCRIPTION;LANGUAGE=de:${escaped([...lines, address].join('\n'))}`,
		...[`URL:${address}`, `STATUS:${cancelledAt ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT']
	];
}

/** Meetings as a calendar file: one to be taken in, or all to be subscribed to. */
export function ical(meetings: readonly Meeting[], origin: string): string {
	const head = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//teilhabe//Treffen//DE',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH'
	];
	const name = `X-WR-CALNAME:${escaped(t.meetings.feedTitle)}`;
	const lines = [...head, name, ...ZONE, ...meetings.flatMap((one) => event(one, origin)), 'END:VCALENDAR'];
	return `${lines.map(folded).join('\r\n')}\r\n`;
}
