import type { Ctx } from '../server/ctx.ts';
import { behind } from './behind.store.server.ts';
import { RelationName, type Relation } from './point.ts';

export interface Standing {
	number: number;
	title: string;
	relation: Relation;
}

/** Which points of one version these contributions stand behind, and how. The version must be known to be readable. */
export async function pointsBehind(
	ctx: Ctx,
	versionId: string,
	proposalIds: readonly string[]
): Promise<Map<string, Standing[]>> {
	const found = new Map<string, Standing[]>();
	for (const { proposalId, relation, number, title } of await behind(ctx.db, versionId, proposalIds)) {
		const standing = { number, title, relation: RelationName.parse(relation) };
		found.set(proposalId, [...(found.get(proposalId) ?? []), standing]);
	}
	return found;
}
