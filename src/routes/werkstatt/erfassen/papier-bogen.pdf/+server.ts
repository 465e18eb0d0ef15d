import { paperSheet } from '#lib/recording/paperSheet.server.ts';
import { handOut } from '#lib/server/http/paper.ts';

export const GET = async ({ locals: { ctx } }) => handOut(() => paperSheet(ctx));
