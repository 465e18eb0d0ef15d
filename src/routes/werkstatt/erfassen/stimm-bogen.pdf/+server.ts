import { sendAskedFile } from '#lib/server/http/sendFile.ts';
import { PrintForm } from '#lib/votes/ballotPapers/paper.ts';
import { printPapers } from '#lib/votes/ballotPapers/ballotPapers.server.ts';

/** The codes stand in the file that is sent, and nowhere else. */
export const POST = (event) => sendAskedFile(event, PrintForm, printPapers);
