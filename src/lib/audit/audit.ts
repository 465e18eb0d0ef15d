import { z } from 'zod';
import { startOfDay } from '../consultations/phases/phases.ts';
import { mayManageStaff } from '../people/staff/roles.ts';
import type { Person } from '../people/person.ts';
import { fill, t } from '../texts/texts.ts';
import type { Verdict } from '../verdict.ts';

/** Who did what is a matter of the administration. */
export function mayReadAudit(person: Person | null): Verdict {
	return mayManageStaff(person);
}

const day = z.iso.date().optional().catch(undefined);

/** What an address asks for; nonsense asks for nothing. `von` and `bis` are whole days in Germany. */
export const AuditQuery = z.object({
	wer: z.uuid().optional().catch(undefined),
	was: z
		.string()
		.refine((noun) => Object.hasOwn(t.audit.nouns, noun))
		.optional()
		.catch(undefined),
	/** To whom of the staff it was done. */
	wen: z.uuid().optional().catch(undefined),
	/** The number of what it was done to: a contribution, a point, a version … */
	nummer: z.coerce.number().int().min(1).max(999_999_999).optional().catch(undefined),
	von: day,
	bis: day,
	vor: z.uuid().optional().catch(undefined)
});
export type AuditAsk = z.output<typeof AuditQuery>;

/** From the first instant of the first day to the first instant after the last. */
export function spanOf({ von, bis }: AuditAsk): { from: string | null; until: string | null } {
	return { from: von ? startOfDay(von, 0) : null, until: bis ? startOfDay(bis, 1) : null };
}

type Names = Readonly<Record<string, string>>;
const details = (): Names => t.audit.details;
/** Values that are words of ours, by detail. */
const values = (): Readonly<Record<string, Names>> => ({
	role: t.people.roles,
	roles: t.people.roles,
	source: t.audit.sources,
	state: t.audit.states,
	ground: t.moderation.groundLabels,
	kind: { ...t.consultations.phases, ...t.moderation.kinds }
});

/** `role.given`: "Rolle: gegeben". A verb nobody has put into words yet is shown as it is. */
export function sentenceOf(verb: string): string {
	const [noun = '', act = ''] = verb.split('.');
	const { nouns, acts }: { nouns: Names; acts: Names } = t.audit;
	return nouns[noun] && acts[act] ? `${nouns[noun]}: ${acts[act]}` : verb;
}

/** What programs call it, as people do; several stand there with commas between them. */
function inWords(name: string, said: string): string {
	const words = values()[name];
	if (words === undefined) return said;
	return said
		.split(/,\s*/)
		.map((one) => words[one] ?? one)
		.join(', ');
}

const DIGEST = /^[0-9a-f]{64}$/;
/** As many signs of a digest as a person compares. */
const DIGEST_SHOWN = 8;

/** What was approved goes by its digest: people get its beginning. */
const told = (name: string, said: string) =>
	DIGEST.test(said)
		? fill(t.audit.digest, { value: said.slice(0, DIGEST_SHOWN) })
		: fill(details()[name] ?? '', { value: inWords(name, said) });

/** Facts in words; what only programs need is left out. */
export function detailsOf(facts: Readonly<Record<string, unknown>>): string {
	return Object.entries(facts)
		.flatMap(([name, value]) => (Object.hasOwn(details(), name) ? [told(name, String(value))] : []))
		.join(', ');
}
