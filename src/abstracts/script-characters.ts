const superscripts = new Map(
  pairs('0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺−⁻-⁻=⁼(⁽)⁾iⁱnⁿaᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰjʲkᵏlˡmᵐoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ').concat(
    pairs('AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂβᵝγᵞδᵟϕᵠχᵡ′′∗*††⊤ᵀ∘°'),
  ),
);

const subscripts = new Map(
  pairs('0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊−₋-₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨϕᵩχᵪ'),
);

function pairs(alternating: string): [string, string][] {
  const characters = [...alternating];
  return characters.flatMap((character, i) =>
    i % 2 === 0 ? [[character, characters[i + 1]!] as [string, string]] : [],
  );
}

function mapped(text: string, table: ReadonlyMap<string, string>): string | null {
  const characters = [...text].map((character) => table.get(character));
  return characters.includes(undefined) ? null : characters.join('');
}

/** The text in Unicode's superscripts, or null when they lack a character of it. */
export const superscript = (text: string): string | null => mapped(text, superscripts);

/** The text in Unicode's subscripts, or null when they lack a character of it. */
export const subscript = (text: string): string | null => mapped(text, subscripts);
