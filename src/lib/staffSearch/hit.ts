import { deskHref, type Kind } from '../moderation/screening.ts';
import { excerpt } from '../texts/excerpt.ts';
import { fill, t } from '../texts/texts.ts';
import { SEARCHED_STATES, type EntryKind, type EntryRow, type SearchedState } from './staffSearch.ts';

const EXCERPT = 200;

/** One thing that was found: what it is, and where one works on it. */
export interface StaffHit {
	kind: EntryKind;
	href: string;
	title: string;
	excerpt: string;
	author: string | null;
	/** Of texts that are screened. */
	state: SearchedState | null;
}

const PUBLIC_PAGES: Readonly<Record<string, string>> = {
	proposal: '/beitraege',
	point: '/punkte',
	amendment: '/aenderungen'
};

/** What is public is read where everybody reads it; what is not, where one decides about it. */
function screenedHref(kind: Kind, { id, number, state, about, aboutNumber }: EntryRow): string {
	if (state !== 'published') return deskHref(kind, id);
	if (kind === 'comment') return `${PUBLIC_PAGES[about ?? ''] ?? ''}/${aboutNumber ?? ''}#kommentare`;
	return `${PUBLIC_PAGES[kind] ?? ''}/${number ?? ''}`;
}

const KINDS: Readonly<Record<string, Kind>> = { proposal: 'proposal', comment: 'comment', amendment: 'amendment' };

const HREFS: Readonly<Record<EntryKind, (row: EntryRow) => string>> = {
	proposal: (row) => screenedHref('proposal', row),
	comment: (row) => screenedHref('comment', row),
	amendment: (row) => screenedHref('amendment', row),
	point: ({ number }) => `/punkte/${number ?? ''}`,
	draftPoint: ({ number }) => `/werkstatt/entwurf/punkte/${number ?? ''}`,
	answer: ({ number }) => `/werkstatt/verbleib/${number ?? ''}`,
	paper: ({ id }) => `/stellungnahmen/${id}`,
	cluster: ({ number }) => `/werkstatt/stapel/${number ?? ''}`,
	remark: ({ about, aboutNumber }) => `/werkstatt/${about === 'cluster' ? 'stapel' : 'verteilen'}/${aboutNumber ?? ''}`,
	decision: ({ about, aboutNumber }) => deskHref(KINDS[about ?? ''] ?? 'proposal', String(aboutNumber ?? '')),
	ticket: ({ number }) => `/werkstatt/meldungen/${number ?? ''}`,
	meeting: ({ number }) => `/werkstatt/treffen/${number ?? ''}`
};

function titleOf(kind: EntryKind, { number, title, about, aboutNumber }: EntryRow): string {
	const { titles } = t.staffSearch;
	const facts = { number: number ?? '', title };
	if (kind === 'comment') {
		const of = about === 'point' || about === 'amendment' ? about : 'proposal';
		return fill(t.search.about[of], { number: Number(aboutNumber) });
	}
	if (kind === 'remark')
		return fill(about === 'cluster' ? titles.remarkOnCluster : titles.remark, { number: Number(aboutNumber) });
	if (kind === 'decision') return titles.decision;
	return fill(titles[kind], facts);
}

export function hitOf(kind: EntryKind, row: EntryRow): StaffHit {
	return {
		kind,
		href: HREFS[kind](row),
		title: titleOf(kind, row),
		excerpt: excerpt(row.body, EXCERPT),
		author: row.author,
		state: SEARCHED_STATES.find((one) => one === row.state) ?? null
	};
}
