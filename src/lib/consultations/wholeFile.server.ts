import type { Profile } from '../profile/profile.ts';
import { fileContent, fileRefusal, writeProfile } from '../profile/profileFile.ts';
import * as profile from '../profile/profile.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { readProfileWithWords, withKnownTexts } from '../wording/profileWords.server.ts';
import { establish, find } from './consultations.server.ts';
import { Plan, planOf } from './plan.ts';

/**
 * A profile as a file, and under `process` what it is the profile of: title, lead, questions, fields and phases, as in the
 * file of `npm run consultation`. So one file brings a whole process to another installation. What only the operator of
 * each knows (imprint, contact) is not in it.
 */

interface WholeFile {
	profile: Profile;
	/** null: the file has none. */
	plan: ReturnType<typeof Plan.parse> | null;
}

/** Refused, with the first thing that is wrong and its place. */
export function read(text: string): WholeFile {
	const { process, ...rest } = fileContent(text);
	const chosen = readProfileWithWords(JSON.stringify(rest));
	if (process === undefined) return { profile: chosen, plan: null };
	// Groups it names are those of its own profile.
	const plan = profile.speakingWith(chosen, () => Plan.safeParse(process));
	if (plan.success) return { profile: chosen, plan: plan.data };
	throw fileRefusal(plan.error.issues.map((issue) => ({ ...issue, path: ['process', ...issue.path] })));
}

/** The profile that holds, with the process where there is one. */
export async function write(ctx: Ctx): Promise<string> {
	const holds = withKnownTexts(await profile.current(ctx));
	const there = await find(ctx);
	return writeProfile(there ? { ...holds, process: planOf(there) } : holds);
}

/** What became of the process in a file: it was set up; another one, or this one, was there already; there was none in it. */
export type Brought = 'made' | 'stays' | 'none';

/**
 * A further state of the profile, and the process, where there is none yet: one that runs is changed where people see what
 * follows from it, never by a file. All of it, or nothing. Refused: whatever `profile.save` refuses.
 */
export async function take(ctx: Ctx, { profile: chosen, plan }: WholeFile, seen?: number): Promise<Brought> {
	return transaction(ctx, async (ctx) => {
		await profile.save(ctx, chosen, { concern: 'all', note: '', seen });
		if (plan === null) return 'none';
		if (await find(ctx)) return 'stays';
		await establish(ctx, plan);
		return 'made';
	});
}
