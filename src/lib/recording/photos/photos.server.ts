import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, obey, Refused } from '../../verdict.ts';
import { mayRecord } from '../recording.ts';
import { mayChangeWorkshop, type Workshop } from '../workshops/workshop.ts';
import * as workshops from '../workshops/workshops.server.ts';
import { PHOTOS_MAX, type Photo, type PhotoInput, type PhotoSize } from './photo.ts';
import { preparePhoto } from './preparePhoto.server.ts';
import * as store from './store.server.ts';

/**
 * Keeps a photo with a meeting; somebody else reads it with the text before it is public. Sent twice, it is one. Refused:
 * roleMissing, workshopPublished, photosFull. Throws BadPhoto.
 */
export async function add(ctx: Ctx, number: number, { id, alt }: PhotoInput, bytes: Uint8Array): Promise<void> {
	obey(mayRecord(ctx.person));
	// Before the transaction: a large picture takes a second.
	const { small, large } = await preparePhoto(bytes);
	await transaction(ctx, async (ctx) => {
		const workshop = await workshops.byNumber(ctx, number);
		obey(mayChangeWorkshop(ctx.person, workshop.publishedAt));
		const known = await store.ofWorkshop(ctx.db, workshop.id);
		if (known.some((one) => one.id === id)) return;
		if (known.length >= PHOTOS_MAX) throw new Refused('photosFull', { most: String(PHOTOS_MAX) });
		const { width, height } = small;
		const pictures = { width, height, small: small.picture, large: large.picture };
		await store.add(ctx.db, { id, workshopId: workshop.id, alt, ...pictures, addedAt: ctx.now });
		await workshops.touch(ctx, workshop.id);
		await tell(ctx, 'photo.added', workshop);
	});
}

/** Takes a photo away for good. Twice is once. Refused: roleMissing, workshopPublished. */
export async function remove(ctx: Ctx, number: number, id: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const workshop = await workshops.byNumber(ctx, number);
		obey(mayChangeWorkshop(ctx.person, workshop.publishedAt));
		if (!(await store.remove(ctx.db, workshop.id, id))) return;
		await workshops.touch(ctx, workshop.id);
		await tell(ctx, 'photo.removed', workshop);
	});
}

async function tell(ctx: Ctx, verb: 'photo.added' | 'photo.removed', { id, consultationId, number }: Workshop) {
	await record(ctx, { verb, subjectId: id, consultationId, details: { number } });
}

/** Of a meeting that the one who asks may see. */
export async function ofWorkshop(ctx: Ctx, number: number): Promise<Photo[]> {
	const { id } = await workshops.byNumber(ctx, number);
	return store.ofWorkshop(ctx.db, id);
}

/** JPEG. Throws NotFound, also where the meeting is not public and nobody of its team asks. */
export async function picture(ctx: Ctx, number: number, id: string, size: PhotoSize): Promise<Uint8Array<ArrayBuffer>> {
	const workshop = await workshops.byNumber(ctx, number);
	const row = found(await store.picture(ctx.db, workshop.id, id, size === 'klein' ? 'small' : 'large'), 'photo');
	return new Uint8Array(Buffer.from(row.picture, 'base64'));
}
