import { day } from '../texts/dates.ts';
import { whole } from '../texts/numbers.ts';
import { fill, t } from '../texts/texts.ts';
import type { Conversation } from './conversation.ts';

const words = () => t.conversations.facts;

interface Fact {
	term: string;
	text: string;
	href?: string;
}

/** What is to be known of a conversation before its picture: where it is from, and the figures of its export. */
export function factsOf(one: Conversation): Fact[] {
	return [
		{ term: words().source, text: one.attribution },
		...(one.url ? [{ term: words().address, text: one.url, href: one.url }] : []),
		{ term: words().at, text: day(one.importedAt) },
		...figuresOf(one)
	];
}

function figuresOf({ figures, landscape, statements }: Conversation): Fact[] {
	if (figures === null) {
		const people = landscape && fill(words().peopleLeast, { n: whole(landscape.people) });
		return [
			{ term: words().total, text: words().notKept },
			...(people ? [{ term: words().picturedAlone, text: people }] : []),
			{ term: words().statements, text: whole(statements) }
		];
	}
	const known = (count: number | null) => (count === null ? words().unknown : whole(count));
	const all = whole(figures.statements);
	const readable = whole(statements);
	const read = readable === all ? all : fill(words().statementsText, { n: all, readable });
	return [
		{ term: words().people, text: fill(words().peopleText, { n: whole(figures.people) }) },
		{ term: words().pictured, text: picturedText(landscape) },
		{ term: words().votes, text: whole(figures.votes) },
		{ term: words().statements, text: read },
		{ term: words().moderatedOut, text: known(figures.moderatedOut) },
		{ term: words().commenters, text: known(figures.commenters) }
	];
}

function picturedText(landscape: Conversation['landscape']): string {
	if (!landscape) return words().picturedNone;
	if (!landscape.export) return fill(words().peopleLeast, { n: whole(landscape.people) });
	const { pictured, people, votesLeast } = landscape.export;
	return pictured === people
		? words().picturedAll
		: fill(words().picturedText, { n: whole(pictured), least: votesLeast });
}
