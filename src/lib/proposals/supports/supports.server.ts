import * as consultations from '../../consultations/consultations.server.ts';
import { SpokenName, type Spoken } from '../../people/details/language.ts';
import { supporting } from '../../people/organisations/organisations.server.ts';
import { authorGroupOf } from '../../people/person.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { isNumber } from '../../server/db/counters.ts';
import { transaction } from '../../server/db/transaction.ts';
import { found, obey } from '../../verdict.ts';
import { maySupport, stateOf } from '../proposal.ts';
import type { Proposal } from '../reading.server.ts';
import * as store from '../store.server.ts';
import * as supports from './store.server.ts';

/** Support it, or take the support back. Doing the same twice changes nothing. */
export async function support(ctx: Ctx, number: number, wanted: boolean): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const row = found(isNumber(number) ? await store.rowByNumber(ctx.db, number) : null, 'proposal');
		const { phases } = await consultations.byId(ctx, row.consultationId);
		const state = stateOf(row);
		obey(maySupport({ person: ctx.person, phases, now: ctx.now, authorId: row.authorId, state, takingBack: !wanted }));
		const person = signedIn(ctx);
		const changed = wanted
			? await supports.addSupport(
					ctx.db,
					{ proposalId: row.id, personId: person.id, group: authorGroupOf(person) },
					ctx.now
				)
			: await supports.removeSupport(ctx.db, row.id, person.id);
		// Organisations stand there by name, and are never added to persons.
		const counts = changed && authorGroupOf(person) !== 'organisation';
		if (counts) await store.addToCount(ctx.db, row.id, 'supportCount', wanted ? 1 : -1);
	});
}

/** Which of these the one who asks supports. */
export async function supported(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
	return new Set(ctx.person ? await supports.supportedBy(ctx.db, ctx.person.id, ids) : []);
}

/** Whether the one who asks supports this, who of the organisations does, and whether that can be changed. */
export async function supportOf(ctx: Ctx, { id, consultationId, mine, state }: Proposal) {
	const { phases } = await consultations.byId(ctx, consultationId);
	const takingBack = (await supported(ctx, [id])).has(id);
	const authorId = mine ? (ctx.person?.id ?? null) : null;
	return {
		supported: takingBack,
		organisations: await supporting(ctx, 'proposal', id),
		may: maySupport({ person: ctx.person, phases, now: ctx.now, authorId, state, takingBack })
	};
}

/** More than anybody looks through; the newest of them. */
const MOST_OWN = 100;

/** What the one who asks supports, the newest first. */
export async function ownSupports(ctx: Ctx): Promise<{ number: number; title: string; language: Spoken }[]> {
	const person = signedIn(ctx);
	const rows = await supports.ofPerson(ctx.db, person.id, MOST_OWN);
	return rows.map(({ number, title, language }) => ({
		number: number ?? 0,
		title,
		language: SpokenName.parse(language)
	}));
}
