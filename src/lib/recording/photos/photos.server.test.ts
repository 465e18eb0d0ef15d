import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound, Stale } from '#lib/verdict.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { PhotoForm, PHOTOS_MAX } from './photo.ts';
import * as photos from './photos.server.ts';
import { preparePhoto } from './preparePhoto.server.ts';

interface Meeting {
	testApp: TestApp;
	helper: Person;
	moderator: Person;
	number: number;
}

async function meeting(): Promise<Meeting> {
	const testApp = await makeTestApp();
	const helper = await testApp.person('none', { roles: ['helper'] });
	const moderator = await testApp.person('none', { roles: ['moderator'] });
	const number = await workshops.open(testApp.as(helper), testApp.consultationId, {
		...{ id: newId(), label: 'Frühstück', date: testApp.now.slice(0, 10), group: 'affected' },
		...{ people: 9, minutes: 'Miete' }
	});
	return { testApp, helper, moderator, number };
}

const sheet = (width = 600, height = 300) => sharp({ create: { width, height, channels: 3, background: '#fdf' } });
/** As a telephone writes it: lying on its side, with the place where it was taken. */
const taken = () =>
	sheet(2_000, 1_000)
		.withExif({ IFD0: { Make: 'Telefon' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 13/1 0/1' } })
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
const form = (id = newId()) => ({ id, alt: 'Auf dem Blatt steht: Miete, Strom, Angst.', nobody: 'yes' as const });

describe('a photo of a sheet', () => {
	it('is kept upright, small, and without where and when it was taken', async () => {
		const original = await taken();
		expect((await sharp(original).metadata()).exif).toBeDefined();
		const { small, large } = await preparePhoto(original);
		for (const { picture } of [small, large]) {
			const { exif, xmp, icc, orientation, format } = await sharp(Buffer.from(picture, 'base64')).metadata();
			expect({ exif, xmp, icc, orientation, format }).toEqual({ format: 'jpeg' });
		}
		expect(large).toMatchObject({ width: 700, height: 1_400 });
		expect(small).toMatchObject({ width: 180, height: 360 });
	});

	it.each([
		[
			'a drawing that calls itself a photo',
			() => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
			'notPicture'
		],
		['an archive', () => Buffer.from('PK\u0003\u0004 and more'), 'notPicture'],
		['nothing', () => Buffer.alloc(0), 'notPicture'],
		['half a photo', async () => (await taken()).subarray(0, 2_000), 'unreadable'],
		['more bytes than a telephone writes', () => Buffer.alloc(16 * 1024 * 1024, 1), 'tooLarge'],
		['more points than a telephone takes', huge, 'tooManyPixels']
	] as const)('is not kept when it is %s', async (_, bytes, problem) => {
		await expect(preparePhoto(new Uint8Array(await bytes()))).rejects.toMatchObject({ problem });
	});

	it('needs words for whoever does not see it, and that nobody can be recognised', () => {
		const problems = PhotoForm.safeParse({ id: newId(), alt: ' ' }).error?.issues.map(({ path }) => path.join());
		expect(problems).toEqual(['alt', 'nobody']);
	});
});

const huge = () => sheet(10_000, 5_000).png({ compressionLevel: 1 }).toBuffer();

describe('the photos of a meeting', () => {
	it('are seen by its team, and by everybody once somebody else has read them', async () => {
		const { testApp, helper, moderator, number } = await meeting();
		const one = form();
		const bytes = await taken();
		await photos.add(testApp.as(helper), number, one, bytes);
		await photos.add(testApp.as(helper), number, one, bytes);
		expect(await photos.ofWorkshop(testApp.as(moderator), number)).toEqual([
			{ id: one.id, alt: one.alt, width: 180, height: 360 }
		]);
		const asked = (size: 'klein' | 'gross') => photos.picture(testApp.as(null), number, one.id, size);
		await expect(asked('klein')).rejects.toBeInstanceOf(NotFound);
		await workshops.publish(testApp.as(moderator), number, true);
		expect((await sharp(await asked('gross')).metadata()).height).toBe(1_400);
		expect((await asked('klein')).length).toBeLessThan((await asked('gross')).length);
		await workshops.publish(testApp.as(moderator), number, false);
		await expect(asked('gross')).rejects.toBeInstanceOf(NotFound);
	});

	it('are read again when one came in meanwhile', async () => {
		const { testApp, helper, moderator, number } = await meeting();
		const { changedAt } = await workshops.byNumber(testApp.as(moderator), number);
		testApp.at(new Date(Date.parse(testApp.now) + 1_000).toISOString());
		await photos.add(testApp.as(helper), number, form(), await taken());
		await expect(workshops.publish(testApp.as(moderator), number, true, changedAt)).rejects.toBeInstanceOf(Stale);
	});

	it('stay as they are while everybody sees them, and are few', async () => {
		const { testApp, helper, moderator, number } = await meeting();
		const bytes = await taken();
		const ids = Array.from({ length: PHOTOS_MAX }, () => newId());
		for (const id of ids) await photos.add(testApp.as(helper), number, form(id), bytes);
		await expect(photos.add(testApp.as(helper), number, form(), bytes)).rejects.toMatchObject({ reason: 'photosFull' });
		await workshops.publish(testApp.as(moderator), number, true);
		const [first = ''] = ids;
		await expect(photos.remove(testApp.as(helper), number, first)).rejects.toMatchObject({
			reason: 'workshopPublished'
		});
		await workshops.publish(testApp.as(moderator), number, false);
		await photos.remove(testApp.as(helper), number, first);
		await photos.remove(testApp.as(helper), number, first);
		expect(await photos.ofWorkshop(testApp.as(helper), number)).toHaveLength(PHOTOS_MAX - 1);
	});

	it('are kept by whoever records, and by nobody else', async () => {
		const { testApp, number } = await meeting();
		const resident = await testApp.person('affected');
		for (const person of [null, resident])
			await expect(photos.add(testApp.as(person), number, form(), await taken())).rejects.toMatchObject({
				reason: person ? 'roleMissing' : 'signInFirst'
			});
	});
});
