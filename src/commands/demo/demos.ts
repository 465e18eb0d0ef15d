import { readFileSync } from 'node:fs';
import * as profile from '#lib/profile/profile.server.ts';
import { readProfile } from '#lib/profile/profileFile.ts';
import type { App } from '#lib/server/app.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { found } from '#lib/verdict.ts';
import * as wording from '#lib/wording/wording.server.ts';
import type { Access } from './access.ts';

/** Lets the process of a profile happen in an empty database, and answers with how to sign in. */
type Fill = (app: App, accessFile: string) => Promise<Access>;

/** Those that ship. Each is loaded only when it is asked for: it is long, and nobody needs two. */
export const DEMOS: Readonly<Record<string, () => Promise<{ fill: Fill }>>> = {
	'nrw-armut': () => import('../../profiles/nrw-armut/demo/fill.ts'),
	'jugend-stadt': () => import('../../profiles/jugend-stadt/demo/fill.ts')
};

/** The profile first: everything that happens after it speaks with its words. */
export async function fillDemo(app: App, name: string, accessFile: string): Promise<Access> {
	const ctx = makeCtx(app, 'command');
	const shipped = readFileSync(new URL(`../../profiles/${name}/profile.json`, import.meta.url), 'utf8');
	await profile.save(ctx, readProfile(shipped), { concern: 'all', note: '' });
	const { fill } = await found(DEMOS[name], 'demonstration')();
	return wording.withWords(ctx, () => fill(app, accessFile));
}
