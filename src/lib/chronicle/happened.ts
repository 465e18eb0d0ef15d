import { z } from 'zod';
import { StatusName } from '../promises/promise.ts';
import type { Entry } from '../server/journal/journal.server.ts';
import { isoDay } from '../texts/dates.ts';
import { count, t } from '../texts/texts.ts';
import { MilestoneName, readJson, tell, type Event, type PhaseTitles } from './chronicle.ts';

/** What the journal keeps of an event, as far as it is of that kind; null: it does not say. */
const EventFacts = z.object({
	number: z.coerce.number().int().nullable().catch(null).default(null),
	title: z.coerce.string().nullable().catch(null).default(null),
	/** The short name of a phase. */
	kind: z.string().nullable().catch(null).default(null),
	status: StatusName.nullable().catch(null).default(null),
	version: z.coerce.number().int().nullable().catch(null).default(null),
	count: z.coerce.number().int().nullable().catch(null).default(null)
});
type EventFacts = z.output<typeof EventFacts>;

/** Something that happened, with its day in Germany: told in words, and as plain facts. */
export interface Happened {
	day: string;
	event: Event;
	consultationId: string | null;
	facts: EventFacts;
	text: string;
	href: string | null;
}

const NOTHING = EventFacts.parse({});

/** A milestone as plain facts; null for what has no line of its own. */
export function happened(entry: Entry, titles: PhaseTitles): Happened | null {
	const event = MilestoneName.safeParse(entry.verb).data;
	const line = tell(entry, titles);
	if (!event || !line) return null;
	const facts = EventFacts.catch(NOTHING).parse(readJson(entry.details));
	return {
		day: isoDay(entry.at),
		event,
		consultationId: entry.consultationId,
		facts,
		text: line.text,
		href: line.href
	};
}

/** So many contributions on one day. */
export function contributionsOn(day: string, consultationId: string | null, number: number): Happened {
	const text = count(t.journal.contributions, number);
	const facts = { ...NOTHING, count: number };
	return { day, event: 'proposal.published', consultationId, facts, text, href: '/beitraege' };
}
