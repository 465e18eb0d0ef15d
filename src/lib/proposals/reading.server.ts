import { z } from 'zod';
import { SpokenName, type Spoken } from '../people/details/language.ts';
import { AuthorGroupName, type AuthorGroup } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { authorName } from '../texts/names.ts';
import { KINDS, stateOf, type Kind, type State } from './proposal.ts';
import type { ProposalRow } from './store.server.ts';

const KindName = z.enum(KINDS);

export interface Proposal {
	id: string;
	/** 0 while a draft. */
	number: number;
	consultationId: string;
	fieldId: string | null;
	field: string | null;
	kind: Kind;
	/** Of title, text and evidence, as they were written. */
	language: Spoken;
	title: string;
	body: string;
	evidence: string | null;
	authorName: string | null;
	authorGroup: AuthorGroup | null;
	organisation: string | null;
	state: State;
	createdAt: string;
	submittedAt: string | null;
	publishedAt: string | null;
	redactedAt: string | null;
	supportCount: number;
	commentCount: number;
	originUrl: string | null;
	/** The day on which it was written where it comes from. */
	originOn: string | null;
	/** Whether the one who asks wrote it. Never says who did. */
	mine: boolean;
}

/** A row as the one who asks may read it. Of what was taken back nothing is told but that it was there. */
export function read(ctx: Ctx, row: NonNullable<ProposalRow>): Proposal {
	const {
		authorId,
		changedAt: _c,
		rejectedAt: _r,
		hiddenAt: _h,
		withdrawnAt: _w,
		withheldAt: _e,
		peerPhaseId: _p,
		sharedAt: _s,
		origin: _o,
		...rest
	} = row;
	const state = stateOf(row);
	const author = {
		authorName: row.authorName === null ? null : authorName(row.authorName),
		organisation: row.organisation
	};
	return {
		...rest,
		...(state === 'withdrawn' ? { authorName: null, organisation: null } : author),
		number: row.number ?? 0,
		kind: KindName.parse(row.kind),
		language: SpokenName.parse(row.language),
		authorGroup: state === 'withdrawn' ? null : AuthorGroupName.nullable().parse(row.authorGroup),
		state,
		mine: ctx.person !== null && authorId === ctx.person.id
	};
}

/** What its public page shows. When somebody wrote it, and for whom, stays with us. */
export function shown({ number, kind, title, language, body, evidence, field, state, ...rest }: Proposal) {
	const { authorName, authorGroup, publishedAt, redactedAt, supportCount, commentCount, originUrl, originOn } = rest;
	return {
		...{ number, kind, title, language, body, evidence, field, state, authorName, authorGroup },
		...{ publishedAt, redactedAt, supportCount, commentCount, originUrl, originOn }
	};
}
