import type { ItemInput, ItemKind } from '#lib/calls/call.ts';
import * as calls from '#lib/calls/calls.server.ts';
import type { Person } from '#lib/people/person.ts';
import { newId } from '#lib/server/ids.ts';
import { putVersion, type PublishedVersion } from './published.ts';
import { makeTown, type Town } from './town.ts';

/** A call that is being written: by an editor who may publish, with somebody else beside her who may, too. */
export interface Scene {
	town: Town;
	editor: Person;
	publisher: Person;
	version: PublishedVersion;
	number: number;
}

export const head = { title: 'Projektaufruf 2027', intro: 'Worum es geht', deadline: null };

export async function scene(): Promise<Scene> {
	const town = await makeTown();
	const editor = await town.person('none', { roles: ['editor', 'publisher'] });
	const publisher = await town.person('none', { roles: ['publisher'] });
	const version = await putVersion(town, { number: 1, titles: ['Mehr Beratung', 'Weniger Formulare'] });
	const number = await calls.begin(town.as(editor), { id: newId(), version: 1, ...head });
	return { town, editor, publisher, version, number };
}

export function item({ version }: Scene, kind: ItemKind, more: Partial<ItemInput> = {}): ItemInput {
	const points = version.points.slice(0, 1).map((point) => point.id);
	return { id: newId(), revision: 1, kind, title: `Ein ${kind}`, body: 'So ist es gemeint.', points, ...more };
}

export async function whole(): Promise<Scene> {
	const made = await scene();
	const ctx = made.town.as(made.editor);
	await calls.putItem(ctx, made.number, item(made, 'part'));
	await calls.putItem(ctx, made.number, item(made, 'criterion'));
	return made;
}

export const revisionOf = async ({ town, editor, number }: Scene) =>
	(await calls.inWorkshop(town.as(editor), number)).revision;
