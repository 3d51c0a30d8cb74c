/** Words that carry the grammar, or that every abstract has, and so say nothing of what a paper is about. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above abstract achieve achieved achieves achieving across additionally after again against aim all allow
  allowing allows almost along already also although always among an and another any apply applied approach approaches are
  around art as at available based be because become becomes been before behind being best better between beyond
  both but by can cannot case cases challenge challenges challenging code com common compared comparable
  consider considered consists contrast contribution could crucial current currently data demonstrate demonstrated
  demonstrates demonstrating describe despite develop developed did different difficult do does doing done due during
  e each easily effective effectively effectiveness either enable enables enabling end ensure especially et etc even every
  evaluate evaluation example existing experiment experimental experiments explore extensive extensively
  fact far few field finally find finding findings first five focus following for found four framework from
  full fully further furthermore general generally g github give given gives good great had has have having he hence
  here high higher highlight highly his how however http https i ie if important importantly improve improved
  improvement improvements improves improving in include including increase increasing indeed information instead into
  introduce introduced introduces introducing investigate is issue it its itself just key known large largely last
  lead leading leads least less let leverage leverages leveraging like limited limitation limitations long low lower made
  main mainly make makes making many may mean means method methods might model models more moreover most much must
  namely near nearly necessary need needed needs new no nor not notably novel now number obtain obtained of off offer
  offers often old on once one ones only onto open or order org other others our out outperform outperforming outperforms
  over overall own page paper papers particular particularly per perform performance performs possible potential
  present presented presents previous previously prior problem problems project promising properties propose proposed
  proposes provide provided provides providing publicly quite range rather real recent recently
  reduce reduced reduces related release remain remains require required requires requiring respectively result
  resulting results reveal same see seen set several shall she should show showed showing shown shows significant
  significantly similar simple simply since single so solve solving some specific specifically state still strong studied
  studies study such suffer suggest superior system systems task tasks term terms than that the their them then
  there therefore these they this those though three through thus to together too toward towards two type types typically
  under underlying unlike up upon us use used useful user uses using usually validate various via very want was way
  ways we well were what when where whereas whether which while who whole whose why wide widely will with within
  without work works would www year years yet you your`.split(/\s+/),
);

/** What is left of TeX commands whose backslash was lost. */
export const texWords: ReadonlySet<string> = new Set(
  `alpha approx ast bar bf big bigg bm boldsymbol cal cap cdot cdots circ cup delta dots ell em emph epsilon eps eq
  exists forall frac gamma ge geq gg hat in infty int it ker lambda langle ldots le left leq ll ln log mathbb mathbf
  mathcal mathfrak mathit mathrm mathsf mathscr mid mu nabla ne neq nu omega operatorname otimes over overline partial
  perp phi pi pm prime prod propto psi quad rangle rho right rightarrow rm sc sigma sim sqrt star subset sum sup tau
  text textbf textit textsc texttt theta tilde times to tt varepsilon varphi vec vert wedge widehat widetilde xi zeta`.split(
    /\s+/,
  ),
);

/** Nouns that say nothing alone, but much at the end of a phrase: `diffusion model`, `inverse problem`. */
export const headNouns: ReadonlySet<string> = new Set(
  `algorithm algorithms data framework generation learning method methods model models network networks problem problems
  system systems task tasks theory`.split(/\s+/),
);
