import { DEFAULT_PROFILE } from '#lib/profile/default.ts';
import type { Profile } from '#lib/profile/profile.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import type { TestApp } from './machine/testApp.ts';

/** Seen on white and on black alike. */
const COLOURS = ['#8e4fc0', '#12867b', '#b8541f', '#2f7cb0', '#5b8a2a', '#c2417c'];

/** A process with other groups than the usual, so many. */
export function profileWith(groups: number): Profile {
	return {
		...DEFAULT_PROFILE,
		groups: Array.from({ length: groups }, (_, at) => ({
			key: `seite-${at + 1}`,
			name: `Seite ${at + 1}`,
			long: `Menschen der Seite ${at + 1}`,
			from: `von Seite ${at + 1}`,
			colour: COLOURS[at] ?? '#8e4fc0'
		}))
	};
}

/** From now on the town has this profile. Answers with the keys of its groups. */
export async function choose(testApp: Pick<TestApp, 'app' | 'now'>, chosen: Profile): Promise<string[]> {
	const ctx = makeCtx(testApp.app, 'command', null, new Date(testApp.now));
	await profile.save(ctx, chosen, { concern: 'all', note: '' });
	return chosen.groups.map(({ key }) => key);
}
