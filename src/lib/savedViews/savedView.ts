import { z } from 'zod';
import { mayReadAnswers } from '../answers/answer.ts';
import { WorkQuery, workSearch } from '../answers/worklist/worklist.ts';
import { ClusterQuery, clusterSearch } from '../distillation/clusters/cluster.ts';
import { mayDistil, WorkListQuery, workListSearch } from '../distillation/desk/workItem.ts';
import { words } from '../form.ts';
import { queueSearch, QueueQuery } from '../moderation/queue/queue.ts';
import { mayModerate } from '../moderation/screening.ts';
import type { Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** Worklists with a choice that can be kept. */
export const LISTS = ['inbox', 'desk', 'clusters', 'answers'] as const;
export type List = (typeof LISTS)[number];
export const ListName = z.enum(LISTS, 'wrong');

export const NAME_MAX = 60;
const QUERY_MAX = 1_000;
/** Of one list, for one person: so many can be told apart at a glance. */
export const VIEWS_MAX = 12;

interface Worklist {
	address: string;
	may: (person: Person | null) => Verdict;
	/** The choice as the list itself writes it, from its beginning; what the list does not know is left out. */
	tidy: (query: Readonly<Record<string, string>>) => string;
}

const WORKLISTS: Readonly<Record<List, Worklist>> = {
	inbox: { address: '/werkstatt/eingang', may: mayModerate, tidy: (query) => queueSearch(QueueQuery.parse(query)) },
	desk: {
		...{ address: '/werkstatt/verteilen', may: mayDistil },
		tidy: (query) => workListSearch({ ...WorkListQuery.parse(query), after: undefined })
	},
	clusters: {
		...{ address: '/werkstatt/stapel', may: mayDistil },
		tidy: (query) => clusterSearch({ ...ClusterQuery.parse(query), after: undefined })
	},
	answers: {
		...{ address: '/werkstatt/verbleib', may: mayReadAnswers },
		tidy: (query) => workSearch({ ...WorkQuery.parse(query), after: undefined })
	}
};

export const addressOf = (list: List): string => WORKLISTS[list].address;

/** The query of a list, without what it does not know and without the place where a page of it begins. */
export const tidyQuery = (list: List, query: string): string =>
	WORKLISTS[list].tidy(Object.fromEntries(new URLSearchParams(query)));

/** Whose list it is may keep a choice of it. */
export const mayUse = (list: List, person: Person | null): Verdict => WORKLISTS[list].may(person);

interface Facts {
	person: Person | null;
	list: List;
	/** Tidy. */
	query: string;
	name: string;
	/** What this person has kept of this list. */
	kept: readonly { name: string; query: string }[];
}

export function maySave({ person, list, query, name, kept }: Facts): Verdict {
	const same = kept.find((view) => view.query === query);
	return all(
		mayUse(list, person),
		noWhen(query === '', 'viewOfEverything'),
		noWhen(same !== undefined, 'viewKnown', { name: same?.name ?? '' }),
		noWhen(
			kept.some((view) => view.name === name),
			'viewNameTaken',
			{ name }
		),
		noWhen(kept.length >= VIEWS_MAX, 'viewsFull', { most: String(VIEWS_MAX) })
	);
}

/** `id` of the view to be made: sent twice it is one. */
export const SaveForm = z.object({
	id: z.uuid('wrong'),
	list: ListName,
	query: z.string('wrong').max(QUERY_MAX, 'wrong'),
	name: words(NAME_MAX)
});
export type SaveInput = z.output<typeof SaveForm>;
export const RemoveForm = z.object({ view: z.uuid('wrong') });
