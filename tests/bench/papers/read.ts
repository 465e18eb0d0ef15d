import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grayPages } from '#lib/votes/scans/pictures.server.ts';
import { findCode, prepared, readPage } from '#lib/votes/scans/readPage.ts';

/** Reads the papers of a folder in a process of its own, and says in JSON how well, how long and in how much memory. */
const [folder = '', count = '100'] = process.argv.slice(2);
const told = { read: 0, votes: 0, wrong: 0, shown: 0, seconds: [0].slice(1), megabytes: 0 };
for (let seed = 0; seed < Number(count); seed++) {
	const { laid, meant } = JSON.parse(readFileSync(join(folder, `${seed}.json`), 'utf8'));
	const jpeg = readFileSync(join(folder, `${seed}.jpg`));
	const began = performance.now();
	for await (const picture of grayPages('jpeg', jpeg)) {
		const image = prepared(picture);
		const found = findCode(image);
		const read = 'problem' in found ? found : readPage(image, found.corners, laid);
		told.seconds.push((performance.now() - began) / 1_000);
		if ('problem' in read) continue;
		told.read++;
		for (const { point, choice, sure } of read.marks) {
			told.votes++;
			if (!sure) told.shown++;
			else if (choice !== meant.find((one: { point: number }) => one.point === point)?.choice) told.wrong++;
		}
	}
}
told.megabytes = process.resourceUsage().maxRSS / 1_024;
console.log(JSON.stringify(told));
