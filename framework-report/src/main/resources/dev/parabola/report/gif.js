/* A GIF encoder: GIF89a with one palette, Lempel–Ziv–Welch codes, endless repetition. */
(function () {
  'use strict';

  const MOST_COLORS = 256;
  const MOST_CODES = 4096;

  const key = (pixels, i) => pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2];

  /** The most frequent colours of all frames; the others are drawn in the nearest of these. */
  function palette(frames) {
    const counts = new Map();
    frames.forEach(({data}) => {
      for (let i = 0; i < data.length; i += 4) {
        const color = key(data, i);
        counts.set(color, (counts.get(color) || 0) + 1);
      }
    });
    return [...counts.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_COLORS).map(([color]) => color);
  }

  function distance(a, b) {
    const red = (a >> 16 & 255) - (b >> 16 & 255);
    const green = (a >> 8 & 255) - (b >> 8 & 255);
    const blue = (a & 255) - (b & 255);
    return red * red + green * green + blue * blue;
  }

  function indexer(colors) {
    const known = new Map(colors.map((color, i) => [color, i]));
    return color => {
      if (!known.has(color)) {
        let nearest = 0;
        colors.forEach((other, i) => {
          nearest = distance(other, color) < distance(colors[nearest], color) ? i : nearest;
        });
        known.set(color, nearest);
      }
      return known.get(color);
    };
  }

  class Bytes {
    constructor() {
      this.chunks = [];
    }

    put(...values) {
      values.forEach(value => this.chunks.push(value & 255));
    }

    word(value) {
      this.put(value, value >> 8);
    }

    text(letters) {
      this.put(...[...letters].map(letter => letter.charCodeAt(0)));
    }
  }

  /** Codes of growing width, low bits first, in blocks of at most 255 bytes. */
  function compress(indices, bytes) {
    const SIZE = 8;
    const clear = 1 << SIZE;
    let width = SIZE + 1;
    let table = new Map();
    let next = clear + 2;
    let bits = 0;
    let held = 0;
    let block = [];
    const flush = () => {
      if (block.length > 0) {
        bytes.put(block.length);
        block.forEach(value => bytes.chunks.push(value));
        block = [];
      }
    };
    const emit = code => {
      bits |= code << held;
      held += width;
      while (held >= 8) {
        block.push(bits & 255);
        bits >>>= 8;
        held -= 8;
        if (block.length === 255) {
          flush();
        }
      }
    };
    bytes.put(SIZE);
    emit(clear);
    let prefix = indices[0];
    for (let i = 1; i < indices.length; i++) {
      const pair = prefix << 8 | indices[i];
      const code = table.get(pair);
      if (code !== undefined) {
        prefix = code;
        continue;
      }
      emit(prefix);
      prefix = indices[i];
      if (next === MOST_CODES) {
        emit(clear);
        table = new Map();
        next = clear + 2;
        width = SIZE + 1;
      } else {
        if (next >= 1 << width) {
          width++;
        }
        table.set(pair, next++);
      }
    }
    emit(prefix);
    emit(clear + 1);
    if (held > 0) {
      block.push(bits & 255);
    }
    flush();
    bytes.put(0);
  }

  /** An animation of frames of the same size. */
  P.gif = function (frames, delayCentiseconds) {
    const {width, height} = frames[0];
    const colors = palette(frames);
    const indexOf = indexer(colors);
    const bytes = new Bytes();
    bytes.text('GIF89a');
    bytes.word(width);
    bytes.word(height);
    bytes.put(0xf7, 0, 0);
    for (let i = 0; i < MOST_COLORS; i++) {
      const color = colors[i] || 0;
      bytes.put(color >> 16, color >> 8, color);
    }
    bytes.put(0x21, 0xff, 11);
    bytes.text('NETSCAPE2.0');
    bytes.put(3, 1, 0, 0, 0);
    frames.forEach((frame, place) => {
      // The last frame is what one came to see.
      const delay = place === frames.length - 1 ? 20 * delayCentiseconds : delayCentiseconds;
      bytes.put(0x21, 0xf9, 4, 4);
      bytes.word(delay);
      bytes.put(0, 0, 0x2c);
      [0, 0, width, height].forEach(value => bytes.word(value));
      bytes.put(0);
      const indices = new Uint8Array(width * height);
      for (let i = 0; i < indices.length; i++) {
        indices[i] = indexOf(key(frame.data, 4 * i));
      }
      compress(indices, bytes);
    });
    bytes.put(0x3b);
    return Uint8Array.from(bytes.chunks);
  };
})();
