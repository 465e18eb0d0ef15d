import type { ItemInput, ItemKind } from '#lib/calls/call.ts';
import * as calls from '#lib/calls/calls.server.ts';
import type { Person } from '#lib/people/person.ts';
import { newId } from '#lib/server/ids.ts';
import { putVersion, type PublishedVersion } from './editions/published.ts';
import { makeTestApp, type TestApp } from './machine/testApp.ts';

/** A call that is being written: by an editor who may publish, with somebody else beside her who may, too. */
export interface Scene {
	testApp: TestApp;
	editor: Person;
	publisher: Person;
	version: PublishedVersion;
	number: number;
}

export const head = { title: 'Projektaufruf 2027', intro: 'Worum es geht', deadline: null };

export async function scene(): Promise<Scene> {
	const testApp = await makeTestApp();
	const editor = await testApp.person('none', { roles: ['editor', 'publisher'] });
	const publisher = await testApp.person('none', { roles: ['publisher'] });
	const version = await putVersion(testApp, { number: 1, titles: ['Mehr Beratung', 'Weniger Formulare'] });
	const number = await calls.begin(testApp.as(editor), { id: newId(), version: 1, ...head });
	return { testApp, editor, publisher, version, number };
}

export function item({ version }: Scene, kind: ItemKind, more: Partial<ItemInput> = {}): ItemInput {
	const points = version.points.slice(0, 1).map((point) => point.id);
	return { id: newId(), revision: 1, kind, title: `Ein ${kind}`, body: 'So ist es gemeint.', points, ...more };
}

export async function whole(): Promise<Scene> {
	const made = await scene();
	const ctx = made.testApp.as(made.editor);
	await calls.putItem(ctx, made.number, item(made, 'part'));
	await calls.putItem(ctx, made.number, item(made, 'criterion'));
	return made;
}

export const revisionOf = async ({ testApp, editor, number }: Scene) =>
	(await calls.inWorkshop(testApp.as(editor), number)).revision;
