import { z } from 'zod';
import { GIST_MAX, type Dissent, type Relation as Belonging } from '../../distillation/clusters/cluster.ts';
import { draftMarks } from '../drafts/draftMarks.ts';
import type { Relation } from '../points/point.ts';

/** `made`: the point came into being with it; `joined`: it was there. */
export const LEADS = ['made', 'joined'] as const;

/** A cluster becomes a point of the draft. `state`: of the cluster, `revision`: of the draft, as they were on the screen. */
export const LeadForm = z.object({
	...draftMarks,
	id: z.uuid('wrong'),
	cluster: z.uuid('wrong'),
	state: z.coerce.number().int().catch(0),
	target: z.union([z.literal('new'), z.coerce.number('choose').int('choose').min(1, 'choose')], 'choose'),
	field: z.string().max(40, 'wrong').default(''),
	/** Where a cluster leads to that does not say so yet. */
	goal: z.string().trim().max(GIST_MAX, 'tooLong').optional()
});
export type LeadInput = z.output<typeof LeadForm>;

export interface Belongs {
	proposalId: string;
	relation: Belonging;
	dissent: Dissent | null;
}

/** The more a relation says, the later it stands here: an objection is never covered by an agreement beside it. */
const TELLING = ['summarises', 'example', 'adopts', 'departs', 'objects'] as const satisfies readonly Relation[];

function relationOf({ relation, dissent }: Belongs): (typeof TELLING)[number] {
	return dissent === 'objection' ? 'objects' : dissent === 'minority' ? 'departs' : relation;
}

/** How each contribution of a cluster stands behind its point, also when several passages of it say different things. */
export function sourcesIn(members: readonly Belongs[]): { proposalId: string; relation: Relation }[] {
	const found = new Map<string, (typeof TELLING)[number]>();
	for (const member of members) {
		const [known, mine] = [found.get(member.proposalId), relationOf(member)];
		if (!known || TELLING.indexOf(mine) > TELLING.indexOf(known)) found.set(member.proposalId, mine);
	}
	return [...found].map(([proposalId, relation]) => ({ proposalId, relation }));
}
