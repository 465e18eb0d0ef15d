import { describe, expect, it } from 'vitest';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { declarePublished, draft } from '../../../../tests/support/strategy/drafted.ts';
import { asJpeg, dice, fillIn, photographed, scanned, Sheet } from '../../../../tests/support/papers/filledPapers.ts';
import { printed } from '../../../../tests/support/papers/printedPapers.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { grayPages } from './pictures.server.ts';
import { findCode, prepared, readPage } from './readPage.ts';

const able = await openPdfWorker.able();
/** `npm run bench -- --only 22` takes a hundred. */
const SHEETS = 24;

describe('papers, filled in as people do, scanned askew and photographed from the side', () => {
	it.runIf(able)(
		'are read without one wrong vote, and few marks are shown to a person',
		async () => {
			const testApp = await makeTestApp();
			await declarePublished(
				testApp,
				await draft(
					testApp,
					Array.from({ length: 20 }, () => ({}))
				)
			);
			const pages = await printed(testApp.as(await testApp.person('none', { roles: ['helper'] })), 3);
			const counts = { read: 0, votes: 0, wrong: 0, shown: 0 };
			for (let seed = 0; seed < SHEETS; seed++) {
				const roll = dice(seed);
				const page = pages[seed % pages.length];
				if (!page) throw new Error('nothing printed');
				const sheet = new Sheet(page.image);
				const { meant } = fillIn(sheet, roll, page.laid);
				const jpeg = await asJpeg(seed % 2 ? photographed(sheet, roll) : scanned(sheet, roll), roll);
				for await (const picture of grayPages('jpeg', jpeg)) {
					const image = prepared(picture);
					const found = findCode(image);
					if ('problem' in found) continue;
					expect(found.code).toMatchObject({ paper: page.paper, page: page.page });
					const read = readPage(image, found.corners, page.laid);
					if ('problem' in read) continue;
					counts.read++;
					if (page.laid.consent && read.consent !== true) counts.shown++;
					for (const { point, choice, sure } of read.marks) {
						counts.votes++;
						if (!sure) counts.shown++;
						else if (choice !== meant.find((one) => one.point === point)?.choice) counts.wrong++;
					}
				}
			}
			expect(counts).toMatchObject({ read: SHEETS, wrong: 0 });
			expect(counts.shown / counts.votes).toBeLessThanOrEqual(0.05);
		},
		300_000
	);
});
