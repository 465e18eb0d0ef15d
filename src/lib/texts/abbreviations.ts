/** Short forms after whose full stop a German sentence goes on. Single letters ("z. B.", "i. d. R.") are not in the list. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
	(
		'abb abs abzgl allg anl anm art aufl az bd best betr bez bes bezgl bsp bspw buchst bzgl bzw ca chr dez dgl dipl dr ehem ' +
		'einschl engl entspr etc evang evtl exkl fam feb ff fn fr frl geb gegr gem gest ggf ggü hbf hl hr hrsg ing inkl insb ' +
		'insbes jan jg jh jr kap kath kfm lfd lit lt max mind min mio mod monatl mrd mtl nachf nov nr nrn okt pkt pos prof rd rdnr ' +
		'resp rn sek sept sog st std stellv str stv tab tägl teilw tel tsd univ urspr usf usw verf vgl vors wg ziff zt zz zzgl zzt'
	).split(' ')
);
