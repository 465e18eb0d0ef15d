/**
 * Words that hold sentences together and say nothing of what somebody is concerned about: people write »ich« and »wir«,
 * versions write »das Land«, and neither is missing in the other. German: only texts in German are compared.
 */
const LIST = `
aber alle allem allen aller alles also andere anderem anderen anderer anderes auch auf aus bei beim beide beiden bereits
bin bis bist brauche brauchen braucht dabei dadurch dafür damit danach dann daran darauf daraus darf darin darum das dass davon dazu dein deine dem den denen
denn der deren des deshalb dessen dich die dies diese diesem diesen dieser dieses dir doch dort durch dürfen eben ebenso eher ein eine
einem einen einer eines einfach einige einigen einmal erst etwa etwas euch euer ganz gar gegen gehen geht genau genug gerade gibt ging gut gute guten
habe haben hat hatte hatten hätte hätten her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer immer indem ins irgendwie ist jede jedem
jeden jeder jedes jemand jetzt jene kann kannst kein keine keinem keinen keiner können könnte könnten kommen kommt lange lassen lässt machen macht
man manche manchmal mehr mein meine meinem meinen meiner meines meist meistens mich mir mit möchte möchten muss müssen müsste nach nachdem nämlich
neben nein nicht nichts nie niemand noch nun nur oben oder oft ohne schon sehr sein seine seinem seinen seiner seit selbst sich sie sind sogar solche
solchen soll sollen sollte sollten sondern sonst soweit sowie statt über überall überhaupt und uns unser unsere unserem unseren unserer unter viel
viele vielen vieler vielleicht vom von vor vorher wann war waren warum was wegen weil weiter welche welchem welchen welcher welches wenig wenige weniger
wenn wer werde werden wie wieder will wir wird wirklich wo wobei wollen wollte worden wurde wurden wäre wären würde würden zum zur zwar zwischen
`;

export const FUNCTION_WORDS: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/));
