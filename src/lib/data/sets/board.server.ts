import type { Ctx } from '../../server/ctx.ts';
import { isQuorate } from '../../strategy/versions/board/boardStatement.ts';
import type { RowOf } from '../dataset.ts';
import { versions } from './versions.server.ts';

/** What the board of affected people said of each version, as it was frozen with it. */
export async function* beirat(ctx: Ctx): AsyncGenerator<RowOf<'beirat'>[]> {
	for await (const { number, board } of versions(ctx)) {
		if (!board) continue;
		yield [
			{
				...{ fassung: number, gefragt: board.asked, mitglieder: board.members },
				...{ beschlussfaehig_ab: board.quorum, zugestimmt: board.agreed, widersprochen: board.dissented },
				...{ ohne_antwort: board.silent, beschlussfaehig: isQuorate(board) },
				adresse: `${ctx.app.config.origin}/fassungen/${number}#beirat`
			}
		];
	}
}

/** Why members dissent, each of them; and why some agree. */
export async function* beiratsgruende(ctx: Ctx): AsyncGenerator<RowOf<'beiratsgruende'>[]> {
	for await (const { number: fassung, board } of versions(ctx)) {
		if (!board) continue;
		yield [
			...board.dissents.map((grund) => ({ fassung, meinung: 'dissent', grund })),
			...board.agreements.map((grund) => ({ fassung, meinung: 'agree', grund }))
		];
	}
}
