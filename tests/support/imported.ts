import { Choices } from '#lib/importJobs/importJob.ts';
import * as importJobs from '#lib/importJobs/importJobs.server.ts';
import type { z } from 'zod';
import type { TestApp } from './machine/testApp.ts';

/** Everything that waits for the worker. */
export async function workOff(testApp: TestApp, worker = importJobs.makeImportWorker()): Promise<void> {
	while (await worker.step(testApp.as(null)));
}

/** Takes a file over as commands do, with the worker's work done; returns the id of the import. */
export async function importFile(
	testApp: TestApp,
	file: string | Uint8Array,
	choices: z.input<typeof Choices> = {}
): Promise<string> {
	const bytes = typeof file === 'string' ? Buffer.from(file) : file;
	const to = { consultationId: testApp.consultationId, choices: Choices.parse(choices) };
	const id = await importJobs.enqueue(testApp.as(null), to, { name: `${choices.origin ?? 'beitraege'}.csv`, bytes });
	await workOff(testApp);
	return id;
}
