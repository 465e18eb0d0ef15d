import { sql, type RawBuilder } from 'kysely';

/**
 * What everybody can read, as a condition of a query: asked of the rows themselves, so that what was hidden a moment ago
 * is gone everywhere at once. The one place: open data, recalls, search, news and the team's search ask here. `row` is the
 * name that the table has in the query.
 */

const is = (row: string, column: string) => sql.ref(`${row}.${column}`);

/** Published, and neither hidden nor taken back: contributions, comments and amendments say it in the same columns. */
export const isPublic = (row: string): RawBuilder<boolean> => sql<boolean>`(${is(row, 'publishedAt')} is not null
	and ${is(row, 'hiddenAt')} is null and ${is(row, 'withdrawnAt')} is null)`;

/** A contribution as everybody reads it. */
export const isPublicContribution = (row: string): RawBuilder<boolean> =>
	sql<boolean>`(${isPublic(row)} and ${is(row, 'withheldAt')} is null)`;

/**
 * What a comment stands under can be opened. A contribution that its author took back stays as a place, with what others
 * said there; an amendment does not. Points are always there.
 */
const standsInTheOpen = (comment: string) => sql<boolean>`(
	(${is(comment, 'proposalId')} is null or exists (
		select 1 from proposals as above where above.id = ${is(comment, 'proposalId')}
			and above.published_at is not null and above.hidden_at is null and above.withheld_at is null
	)) and (${is(comment, 'amendmentId')} is null or exists (
		select 1 from amendments as above where above.id = ${is(comment, 'amendmentId')} and ${isPublic('above')}
	)))`;

/** A comment as everybody reads it. */
export const isPublicComment = (row: string): RawBuilder<boolean> =>
	sql<boolean>`(${isPublic(row)} and ${standsInTheOpen(row)})`;
