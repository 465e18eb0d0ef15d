import { createInterface } from 'node:readline/promises';

export interface Wish {
	dry: boolean;
	yes: boolean;
}

/** Whether what was told may happen now. */
export async function agreed({ dry, yes }: Wish, question = 'Import them?'): Promise<boolean> {
	if (dry) return false;
	if (yes) return true;
	if (!process.stdin.isTTY) {
		console.log('Nothing was done. Run it again with --yes.');
		return false;
	}
	const terminal = createInterface({ input: process.stdin, output: process.stderr });
	const answer = await terminal.question(`${question} [y/N] `).finally(() => terminal.close());
	return /^(y|yes|j|ja)$/i.test(answer.trim());
}

export function tellProgress(through: number, total: number): void {
	// On a terminal one line that grows; in a log file only the end.
	if (process.stderr.isTTY) process.stderr.write(`\r${through} of ${total}${through === total ? '\n' : ''}`);
}
