import { emptyTickSheet } from '#lib/priorities/emptyTickSheet.server.ts';
import { sendFile } from '#lib/server/http/sendFile.ts';

export const GET = ({ locals: { ctx } }) => sendFile(() => emptyTickSheet(ctx));
