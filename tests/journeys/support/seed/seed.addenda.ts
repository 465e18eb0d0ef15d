import { randomUUID } from 'node:crypto';
import { digestOf } from '#lib/canonical.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Who } from '../people.ts';

type As = (who: Who) => Ctx;

/** Words of the report are blacked out, and a correction of version 1 is proposed. Answers with the id of the proposal. */
export async function addend(as: As): Promise<string> {
	const removal = { id: randomUUID(), kind: 'report', number: 1, reason: 'Zum Schutz einer Person.' } as const;
	const id = await corrections.proposeRemoval(as('publisher'), {
		...{ ...removal, passages: ['Erika Mustermann'], days: '30', order: '' }
	});
	const draft = await corrections.draft(as('secondPublisher'), id);
	const { digest: state } = await corrections.approvalState(as('secondPublisher'), draft);
	await corrections.approve(as('secondPublisher'), id, { state });
	await corrections.publish(as('publisher'), id);
	const version = { kind: 'version', number: 1 } as const;
	const { passages } = await corrections.published(as('publisher'), version);
	const title = passages.find(({ key }) => key === 'title')?.text ?? '';
	return corrections.proposeCorrection(as('publisher'), {
		...{ ...version, id: randomUUID(), place: 'title', seen: digestOf(title), text: `${title}.` },
		...{ reason: 'Der Punkt fehlt.', same: 'yes' }
	});
}
