/** The pack that `init` writes: invented, whole, and explained line by line. */

/** @param id of the new pack */
export const firstPack = (id: string): string => `# yaml-language-server: $schema=./pack.schema.json
# A pack: who said what about a matter, when, and where it can be checked. Everything below is invented;
# put your own in its place. The whole format: docs/pack-format.md of On Record.
#
# Dates are as exact as they are known and never more: 2024-10-24, 2024-10, 2024, 2024-10~ (about).
# Plain text only; put text that contains ": " or " #" in quotes.

pack: ${id}                 # frozen with the first publication: others link to ${id}#…
name: The Varn dam
summary: What was said about the cracks in the Varn dam.
language: en
licence: CC-BY-4.0            # an SPDX id
publisher: {name: Your name here, contact: "mailto:you@example.org"}
edition: "1"                  # yours to raise

# Lists of words that a page may use; rules name them as $dam. {a|b} stands for either.
terms:
  dam: ["{Varn|northern} dam", "dam {at|on} the Varn"]
  crack: [crack, fissure]

# What records are about, and when a page mentions it.
topics:
  - id: cracks
    name: Cracks in the Varn dam
    mention: {all: [$dam, $crack], within: sentence}

# Who said something.
actors:
  - id: engineers
    name: Union of Engineers
  - id: water-board
    name: Water Board
  - id: editors               # you, for your own remarks
    name: The editors of this pack

# Where it can be checked. An address that you do not know is left out, never invented.
sources:
  - id: courier-2024-10-19
    publisher: Varn Courier
    title: Engineers warn of cracks
    url: https://courier.example/2024/10/19/cracks
    published: 2024-10-19
  - id: board-2024-10-21
    publisher: Water Board
    print: Minutes of the board, 21 October 2024, item 2
    published: 2024-10-21

# Somebody says that something is so.
claims:
  - id: engineers-three-cracks
    about: [cracks]           # the first topic is its home
    by: [engineers]
    made: 2024-10-18          # when it was said
    text: Three cracks run through the northern wall.      # without the speaker: the card names that first
    quantity: [{value: 3, unit: cracks}]                   # so that differing figures can stand side by side
    sources: [{source: courier-2024-10-19}]

# Somebody says that it is not.
denials:
  - id: board-no-cracks
    about: [cracks]
    by: [water-board]
    made: 2024-10-21
    text: The marks on the wall are not cracks but lime.
    sources: [{source: board-2024-10-21, at: item 2}]
    relations: {denies: [engineers-three-cracks]}

# Anything else that was said: remark, assessment, forecast, provision, non-denial, confirmation.
statements:
  - id: board-inspection
    form: forecast
    about: [cracks]
    by: [water-board]
    made: 2024-10-21
    when: 2024-11             # when the thing said happens
    text: Divers will inspect the wall in November.
    sources: [{source: board-2024-10-21, at: item 2}]
  - id: note-on-the-count
    form: editor-note         # your own remark
    about: [cracks]
    by: [editors]
    text: The newspaper does not say who counted the cracks.
    sources: [{source: courier-2024-10-19}]
    relations: {qualifies: [engineers-three-cracks]}

# What happened, whoever says so.
events:
  - id: water-lowered
    about: [cracks]
    when: 2024-10-20
    text: The water behind the dam was lowered by two metres.
    sources: [{source: board-2024-10-21, at: item 2}]

# What you took back. A published record is never just deleted: it is shown struck through, with the reason.
tombstones:
  - id: engineers-wall-moved
    about: [cracks]
    withdrawn: 2024-10-22
    reason: The Courier corrected its report of 19 October; the engineers had not said so.
`;
