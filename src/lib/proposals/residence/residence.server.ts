import { DistrictKey, type District } from '../../people/details/district.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import * as store from './store.server.ts';

const read = (district: string | null | undefined): District | null =>
	DistrictKey.nullable().catch(null).parse(district);

/** Where one said last that one lives: nobody is asked twice. null: nowhere, or never asked. */
export async function lastResidence(ctx: Ctx): Promise<District | null> {
	const person = signedIn(ctx);
	if (person.organisationId !== null) return null;
	return read((await store.latestOf(ctx.db, person.id))?.district);
}

/** For the helper's room, which knows whose it is: what was said with this contribution. */
export async function residenceOf(ctx: Ctx, id: string): Promise<District | null> {
	return read((await store.of(ctx.db, id))?.district);
}

/** What one said of where one lives, by contribution. */
export async function ownResidences(ctx: Ctx): Promise<Map<string, District>> {
	const rows = await store.ofAuthor(ctx.db, signedIn(ctx).id);
	return new Map(
		rows.flatMap(({ proposalId, district }) => {
			const key = read(district);
			return key === null ? [] : [[proposalId, key] as const];
		})
	);
}

/** Takes back all one has said of where one lives; the texts stay. Twice is once. */
export async function forgetResidences(ctx: Ctx): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const rows = await store.ofAuthor(ctx.db, signedIn(ctx).id);
		await store.forget(
			ctx.db,
			rows.map((row) => row.proposalId)
		);
	});
}
