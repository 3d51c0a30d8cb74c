// Trains the tagger: embeddings of hashed word parts and features, dilated convolutions with residual
// connections, pooling over the occurrences of a word, and two outputs: whether the text has mathematics at all
// (logistic, from the mean and the maximum of its tokens), and which tokens they are if it has (a linear-chain
// conditional random field, which learns from such texts only). Two threads share each batch, always in the same
// way, so that the result depends on the seed alone. Reads what tagger-data.ts writes, prints its progress,
// writes float32 parameters.
//
// usage: tagger <folder> <epochs> <seed> <rate>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <numeric>
#include <random>
#include <string>
#include <thread>
#include <vector>

using std::string;
using std::vector;

#ifndef CHANNELS
#define CHANNELS 96
#endif
// Six rows by sixteen columns fill the registers of a processor with eight floats to a register.
constexpr int C = CHANNELS, VEC = 8, COLUMNS = 2 * VEC, ROWS = 6, THREADS = 2;
constexpr int ED = 32, WORD_ROWS = 1 << 16, FEATURE_ROWS = 1 << 13, FEATURES = 16;
constexpr int LAYERS = 5, POOL_AT = 3, DILATION[LAYERS] = {1, 2, 4, 8, 1}, PAD = 16, LABELS = 5, MAX_TOKENS = 912, BATCH = 24;
typedef float Vec __attribute__((vector_size(VEC * 4), aligned(32)));

// ---- dense parameters, in the order in which they are written ----
constexpr int CONV = 3 * C * C + C;
constexpr int P0 = 0, B0 = P0 + ED * C, W0 = B0 + C, G0 = W0 + LAYERS * CONV, S0 = G0 + C * C, O0 = S0 + C * C,
              OB = O0 + C * 8, T0 = OB + 16, Z0 = T0 + 64, ZB = Z0 + 2 * C, DENSE = ZB + 16;

float *floats(size_t n) {
  float *p = (float *)aligned_alloc(64, (n * 4 + 63) / 64 * 64);
  memset(p, 0, n * 4);
  return p;
}
struct Table {
  float *w, *m, *v, *average;
  size_t rows, width;
  void init(size_t r, size_t k) {
    rows = r, width = k;
    w = floats(r * k), m = floats(r * k), v = floats(r * k), average = floats(r * k);
  }
};
Table E, F, D;
// The gradient of a table's rows that a batch touched.
struct Gradient {
  float *g;
  size_t width;
  vector<int> touched;
  vector<char> seen;
  explicit Gradient(const Table &t) : g(floats(t.rows * t.width)), width(t.width), seen(t.rows, 0) {}
  float *row(int r) {
    if (!seen[r]) seen[r] = 1, touched.push_back(r);
    return g + (size_t)r * width;
  }
  void take(Gradient &other) {
    for (int r : other.touched) {
      float *to = row(r), *from = other.g + (size_t)r * width;
      for (size_t i = 0; i < width; i++) to[i] += from[i], from[i] = 0;
      other.seen[r] = 0;
    }
    other.touched.clear();
  }
};
float *transposed;

struct Doc {
  int n, words;
  bool math;
  float weight;
  const int *word;
  const uint16_t *feature;
  const uint8_t *label, *spaced;
  vector<int> distinct, group;
};
vector<int> vocabularyAt, vocabulary;
vector<char> readFile(const string &name) {
  FILE *f = fopen(name.c_str(), "rb");
  if (!f) { fprintf(stderr, "cannot read %s\n", name.c_str()); exit(1); }
  fseek(f, 0, SEEK_END);
  vector<char> bytes(ftell(f));
  rewind(f);
  if (fread(bytes.data(), 1, bytes.size(), f) != bytes.size()) exit(1);
  fclose(f);
  return bytes;
}
vector<Doc> parse(const vector<char> &bytes) {
  const char *p = bytes.data();
  vector<Doc> docs(*(const int *)p);
  if (((const int *)p)[1] != FEATURES) { fprintf(stderr, "wrong number of features\n"); exit(1); }
  p += 8;
  for (Doc &d : docs) {
    d.n = *(const int *)p, d.weight = *(const float *)(p + 4), d.word = (const int *)(p + 8);
    d.feature = (const uint16_t *)(d.word + d.n), d.label = (const uint8_t *)(d.feature + (size_t)d.n * FEATURES), d.spaced = d.label + d.n;
    size_t size = 8 + (size_t)d.n * (4 + 2 * FEATURES + 2);
    p += (size + 3) / 4 * 4;
    d.distinct.assign(d.word, d.word + d.n);
    std::sort(d.distinct.begin(), d.distinct.end());
    d.distinct.erase(std::unique(d.distinct.begin(), d.distinct.end()), d.distinct.end());
    for (int t = 0; t < d.n; t++) d.group.push_back(std::lower_bound(d.distinct.begin(), d.distinct.end(), d.word[t]) - d.distinct.begin());
    d.words = d.distinct.size();
    d.math = std::any_of(d.label, d.label + d.n, [](uint8_t y) { return y != 0; });
  }
  return docs;
}

// Y[t] += sum over k of A[t + offset[k]] * W[k], rows of C floats.
void multiply(const float *A, const int *offset, int taps, const float *W, float *Y, int n) {
  for (int j = 0; j < C; j += COLUMNS) for (int t = 0; t < n; t += ROWS) {
    Vec sum[ROWS][2];
    for (int r = 0; r < ROWS; r++) for (int q = 0; q < 2; q++) sum[r][q] = *(Vec *)(Y + (t + r) * C + j + VEC * q);
    for (int k = 0; k < taps; k++) {
      const float *a = A + (t + offset[k]) * C, *w = W + k * C * C + j;
      for (int c = 0; c < C; c++) {
        const Vec x0 = *(const Vec *)(w + c * C), x1 = *(const Vec *)(w + c * C + VEC);
        for (int r = 0; r < ROWS; r++) { const float y = a[r * C + c]; sum[r][0] += y * x0, sum[r][1] += y * x1; }
      }
    }
    for (int r = 0; r < ROWS; r++) for (int q = 0; q < 2; q++) *(Vec *)(Y + (t + r) * C + j + VEC * q) = sum[r][q];
  }
}
// G[c] += sum over t of A[t + offset][c] * dY[t].
void outer(const float *A, int width, int offset, const float *dY, float *G, int n) {
  for (int c = 0; c < width; c += 4) for (int j = 0; j < C; j += COLUMNS) {
    Vec sum[4][2];
    for (int r = 0; r < 4; r++) for (int q = 0; q < 2; q++) sum[r][q] = *(Vec *)(G + (c + r) * C + j + VEC * q);
    for (int t = 0; t < n; t++) {
      const float *a = A + (t + offset) * width + c, *y = dY + t * C + j;
      const Vec y0 = *(const Vec *)y, y1 = *(const Vec *)(y + VEC);
      for (int r = 0; r < 4; r++) sum[r][0] += a[r] * y0, sum[r][1] += a[r] * y1;
    }
    for (int r = 0; r < 4; r++) for (int q = 0; q < 2; q++) *(Vec *)(G + (c + r) * C + j + VEC * q) = sum[r][q];
  }
}
bool follows(int a, int b) { return (a == 1 || a == 2) ? (b == 2 || b == 3) : (b == 0 || b == 1 || b == 4); }
bool starts(int a) { return a == 0 || a == 1 || a == 4; }
bool ends(int a) { return a == 0 || a == 3 || a == 4; }

constexpr int M = MAX_TOKENS + 2 * PAD;

constexpr int DROPPED = 50;  // of 256
constexpr float KEPT = (256 - DROPPED) / 256.f;
// How much the question whether a text has mathematics counts beside one of its tokens.
constexpr float DOCUMENT_WEIGHT = 1;
// The weights in use are averages over the last thousand steps or so.
constexpr int FOLLOW_EVERY = 20;
constexpr float FOLLOW_SHARE = 0.02f;

// What is dropped while training: three rows of a word in ten, the row of the whole word half of the time.
constexpr float PARTS_KEPT = 0.7f, WHOLE_KEPT = 0.5f;
bool rowDropped(unsigned random, int k) {
  random = (random ^ k * 0x9e3779b1u) * 0x85ebca6bu;
  return (random ^ random >> 13) % 100 >= 100 * (k ? PARTS_KEPT : WHOLE_KEPT);
}

// a = the positive part of h divided by its root mean square over the channels; r keeps the divisors' inverse.
void normalise(const float *h, float *a, float *r, int n) {
  for (int t = 0; t < n; t++) {
    float s = 1e-2f;
    for (int j = 0; j < C; j++) s += h[t * C + j] * h[t * C + j] / C;
    r[t] = 1 / sqrtf(s);
    for (int j = 0; j < C; j++) a[t * C + j] = std::max(h[t * C + j] * r[t], 0.f);
  }
}
// Adds to dh what da, the gradient of a, gives.
void normaliseBack(const float *a, const float *r, const float *u, const float *da, float *dh, int n) {
  for (int t = 0; t < n; t++) {
    float s = 0;
    for (int j = 0; j < C; j++) s += a[t * C + j] * da[t * C + j] / C;
    for (int j = 0; j < C; j++) dh[t * C + j] += r[t] * ((a[t * C + j] > 0 ? da[t * C + j] : 0) - u[t * C + j] * r[t] * s);
  }
}
struct Pass {
  float *e = floats(M * ED), *h = floats(M * C), *act[LAYERS + 1], *raw[LAYERS + 1], *inverse[LAYERS + 2], *before = floats(M * C), *rawBefore = floats(M * C), *dh = floats(M * C) + PAD * C, *da = floats(M * C);
  float *x = floats(M * C), *pooled = floats(M * C), *dpooled = floats(M * C), *emission = floats(M * 8), *dEmission = floats(M * 8);
  vector<double> alpha = vector<double>(M * 8), beta = alpha;
  float mean[C], documentMean[C], documentMax[C], documentOdds;
  int maxAt[C];
  Gradient gradD{D}, gradE{E}, gradF{F};
  vector<unsigned> wordDrop;
  vector<char> tokenDrop;
  std::mt19937 random;
  double loss = 0, documentLoss = 0, worst = 0;
  long tokens = 0, documents = 0;
  Pass() : wordDrop(M), tokenDrop(M) { for (float *&a : act) a = floats(M * C) + PAD * C; for (float *&a : raw) a = floats(M * C); for (float *&a : inverse) a = floats(M); }

  static float tr(const Doc &d, int t, int a, int b) { return D.w[T0 + (d.spaced[t] ? 25 : 0) + a * 5 + b]; }

  void forward(const Doc &d, bool training) {
    const int n = d.n;
    memset(e, 0, sizeof(float) * d.words * ED);
    for (int i = 0; i < d.words; i++) {
      unsigned r = training ? random() : 0;
      wordDrop[i] = r;
      const int *rows = &vocabulary[vocabularyAt[d.distinct[i]]];
      const int count = *rows++;
      const float scale = count > 1 ? 1 / sqrtf(count - 1) : 0;
      for (int k = 0; k < count; k++) {
        if (training && rowDropped(r, k)) continue;
        const float *w = E.w + (size_t)rows[k] * ED, s = (k ? scale : 1) * (training ? 1 / (k ? PARTS_KEPT : WHOLE_KEPT) : 1);
        for (int j = 0; j < ED; j++) e[i * ED + j] += s * w[j];
      }
      float *y = x + i * C;
      memcpy(y, D.w + B0, C * 4);
      for (int c = 0; c < ED; c++) for (int j = 0; j < C; j++) y[j] += e[i * ED + c] * D.w[P0 + c * C + j];
    }
    for (int t = 0; t < n; t++) {
      float *y = h + t * C;
      memcpy(y, x + d.group[t] * C, C * 4);
      unsigned r = training ? random() : 99;
      tokenDrop[t] = training && r % 100 < 15;
      for (int i = 0; i < FEATURES; i++) if (int f = featureOf(d, t, i)) { const float *w = F.w + (size_t)f * C; for (int j = 0; j < C; j++) y[j] += w[j]; }
    }
    for (int l = 0; l <= LAYERS; l++) {
      if (l == POOL_AT) {
        memset(mean, 0, sizeof mean), memset(pooled, 0, sizeof(float) * d.words * C);
        vector<int> size(d.words);
        memcpy(rawBefore, h, sizeof(float) * n * C);
        normalise(h, before, inverse[LAYERS + 1], n);
        for (int t = 0; t < n; t++) {
          size[d.group[t]]++;
          for (int j = 0; j < C; j++) { float a = before[t * C + j]; mean[j] += a / n, pooled[d.group[t] * C + j] += a; }
        }
        for (int i = 0; i < d.words; i++) for (int j = 0; j < C; j++) pooled[i * C + j] /= size[i];
        float all[C] = {0};
        for (int c = 0; c < C; c++) for (int j = 0; j < C; j++) all[j] += mean[c] * D.w[G0 + c * C + j];
        for (int i = 0; i < d.words; i++) {
          float *y = x + i * C;
          memcpy(y, all, sizeof all);
          for (int c = 0; c < C; c++) for (int j = 0; j < C; j++) y[j] += pooled[i * C + c] * D.w[S0 + c * C + j];
        }
        for (int t = 0; t < n; t++) for (int j = 0; j < C; j++) h[t * C + j] += x[d.group[t] * C + j];
      }
      float *a = act[l];
      memcpy(raw[l], h, sizeof(float) * n * C);
      normalise(h, a, inverse[l], n);
      memset(a + n * C, 0, PAD * C * 4);
      if (training) drop(a, n);
      if (l < LAYERS) {
        const float *w = D.w + W0 + l * CONV, *b = w + 3 * C * C;
        for (int t = 0; t < n; t++) for (int j = 0; j < C; j++) h[t * C + j] += b[j];
        const int offset[3] = {-DILATION[l], 0, DILATION[l]};
        multiply(a, offset, 3, w, h, n);
      }
    }
    for (int t = 0; t < n; t++) for (int k = 0; k < LABELS; k++) {
      float s = D.w[OB + k];
      for (int c = 0; c < C; c++) s += act[LAYERS][t * C + c] * D.w[O0 + k * C + c];
      emission[t * 8 + k] = s;
    }
    const float *a = act[LAYERS];
    std::fill(documentMean, documentMean + C, 0.f), std::fill(documentMax, documentMax + C, -1.f);
    for (int t = 0; t < n; t++) for (int c = 0; c < C; c++) {
      documentMean[c] += a[t * C + c] / n;
      if (a[t * C + c] > documentMax[c]) documentMax[c] = a[t * C + c], maxAt[c] = t;
    }
    documentOdds = D.w[ZB];
    for (int c = 0; c < C; c++) documentOdds += documentMean[c] * D.w[Z0 + c] + documentMax[c] * D.w[Z0 + C + c];
  }
  float documentProbability() const { return 1 / (1 + expf(-documentOdds)); }
  // Drops one activation in five and scales the others up.
  void drop(float *a, int n) {
    for (int i = 0; i < n * C; i += 4) {
      unsigned r = random();
      for (int q = 0; q < 4; q++) a[i + q] = ((r >> (8 * q)) & 255) < DROPPED ? 0 : a[i + q] / KEPT;
    }
  }
  // Takes the scale off the activations, and their gradients, that were not dropped.
  void undrop(float *a, int n) {
    for (int i = 0; i < n * C; i++) a[i] *= KEPT, da[i] /= KEPT;
  }
  int featureOf(const Doc &d, int t, int i) const { return tokenDrop[t] && (i == 1 || i == 2 || i == 4) ? 0 : d.feature[(size_t)t * FEATURES + i]; }

  // The negative logarithm of the probability of the labels.
  double surprise(const Doc &d) {
    const double was = loss;
    const long wasTokens = tokens;
    chain(d);
    const double found = loss - was;
    loss = was, tokens = wasTokens;
    memset(gradD.row(0), 0, DENSE * 4);
    return found;
  }
  void chain(const Doc &d) {
    const int n = d.n;
    const double NO = -1e9;
    auto logSum = [](const double *v, int q) { double m = *std::max_element(v, v + q); float s = 0; for (int i = 0; i < q; i++) s += expf(v[i] - m); return m + logf(s); };
    double v[LABELS];
    for (int k = 0; k < LABELS; k++) alpha[k] = starts(k) ? emission[k] : NO, beta[(n - 1) * 8 + k] = ends(k) ? 0 : NO;
    for (int t = 1; t < n; t++) for (int k = 0; k < LABELS; k++) {
      int q = 0;
      for (int z = 0; z < LABELS; z++) if (follows(z, k)) v[q++] = alpha[(t - 1) * 8 + z] + tr(d, t, z, k);
      alpha[t * 8 + k] = logSum(v, q) + emission[t * 8 + k];
    }
    for (int t = n - 2; t >= 0; t--) for (int k = 0; k < LABELS; k++) {
      int q = 0;
      for (int z = 0; z < LABELS; z++) if (follows(k, z)) v[q++] = beta[(t + 1) * 8 + z] + emission[(t + 1) * 8 + z] + tr(d, t + 1, k, z);
      beta[t * 8 + k] = logSum(v, q);
    }
    for (int k = 0; k < LABELS; k++) v[k] = alpha[(n - 1) * 8 + k] + beta[(n - 1) * 8 + k];
    const double total = logSum(v, LABELS);
    double gold = 0;
    float *g = gradD.row(0);
    for (int t = 0; t < n; t++) {
      const int y = d.label[t];
      gold += emission[t * 8 + y];
      for (int k = 0; k < LABELS; k++) dEmission[t * 8 + k] = expf(std::min(0., alpha[t * 8 + k] + beta[t * 8 + k] - total)) - (k == y);
      if (!t) continue;
      const int before = d.label[t - 1];
      gold += tr(d, t, before, y);
      float *gt = g + T0 + (d.spaced[t] ? 25 : 0);
      gt[before * 5 + y] -= 1;
      for (int a = 0; a < LABELS; a++) for (int b = 0; b < LABELS; b++) if (follows(a, b))
        gt[a * 5 + b] += expf(std::min(0., alpha[(t - 1) * 8 + a] + tr(d, t, a, b) + emission[t * 8 + b] + beta[t * 8 + b] - total));
    }
    loss += total - gold, tokens += n;
  }
  // The outputs' losses and gradients; a text without mathematics tells nothing of which tokens would be some.
  void lose(const Doc &d) {
    const double was = loss;
    if (d.math) chain(d);
    else memset(dEmission, 0, sizeof(float) * d.n * 8);
    worst = std::max(worst, (loss - was) / d.n);
    documentLoss += log1p(exp(d.math ? -documentOdds : documentOdds)), documents++;
  }
  void backward(const Doc &d) {
    const int n = d.n;
    float *g = gradD.row(0);
    for (int t = 0; t < n; t++) {
      const float *q = dEmission + t * 8;
      float s[C] = {0};
      const float *a = act[LAYERS] + t * C;
      for (int k = 0; k < LABELS; k++) {
        g[OB + k] += q[k];
        for (int c = 0; c < C; c++) g[O0 + k * C + c] += a[c] * q[k], s[c] += q[k] * D.w[O0 + k * C + c];
      }
      for (int c = 0; c < C; c++) da[t * C + c] = s[c], dh[t * C + c] = 0;
    }
    const float dOdds = DOCUMENT_WEIGHT * (documentProbability() - d.math);
    g[ZB] += dOdds;
    for (int c = 0; c < C; c++) {
      g[Z0 + c] += dOdds * documentMean[c], g[Z0 + C + c] += dOdds * documentMax[c];
      for (int t = 0; t < n; t++) da[t * C + c] += dOdds * D.w[Z0 + c] / n;
      da[maxAt[c] * C + c] += dOdds * D.w[Z0 + C + c];
    }
    undrop(act[LAYERS], n);
    normaliseBack(act[LAYERS], inverse[LAYERS], raw[LAYERS], da, dh, n);
    for (int l = LAYERS - 1; l >= 0; l--) {
      memset(dh + n * C, 0, PAD * C * 4);
      float *gw = g + W0 + l * CONV, *gb = gw + 3 * C * C;
      for (int t = 0; t < n; t++) for (int j = 0; j < C; j++) gb[j] += dh[t * C + j];
      const int offset[3] = {-DILATION[l], 0, DILATION[l]}, back[3] = {DILATION[l], 0, -DILATION[l]};
      for (int k = 0; k < 3; k++) outer(act[l], C, offset[k], dh, gw + k * C * C, n);
      memset(da, 0, (n + ROWS) * C * 4);
      multiply(dh, back, 3, transposed + l * 3 * C * C, da, n);
      undrop(act[l], n);
      normaliseBack(act[l], inverse[l], raw[l], da, dh, n);
      if (l != POOL_AT) continue;
      memset(dpooled, 0, sizeof(float) * d.words * C);
      float all[C] = {0}, dMean[C];
      vector<int> size(d.words);
      for (int t = 0; t < n; t++) { size[d.group[t]]++; for (int j = 0; j < C; j++) dpooled[d.group[t] * C + j] += dh[t * C + j], all[j] += dh[t * C + j]; }
      for (int c = 0; c < C; c++) { float s = 0; for (int j = 0; j < C; j++) g[G0 + c * C + j] += mean[c] * all[j], s += D.w[G0 + c * C + j] * all[j]; dMean[c] = s / n; }
      for (int i = 0; i < d.words; i++) {
        float *p = pooled + i * C, *q = dpooled + i * C, s[C];
        for (int c = 0; c < C; c++) { float y = 0; for (int j = 0; j < C; j++) g[S0 + c * C + j] += p[c] * q[j], y += D.w[S0 + c * C + j] * q[j]; s[c] = y / size[i]; }
        memcpy(q, s, sizeof s);
      }
      for (int t = 0; t < n; t++) for (int j = 0; j < C; j++) da[t * C + j] = dMean[j] + dpooled[d.group[t] * C + j];
      normaliseBack(before, inverse[LAYERS + 1], rawBefore, da, dh, n);
    }
    memset(x, 0, sizeof(float) * d.words * C);
    for (int t = 0; t < n; t++) {
      for (int j = 0; j < C; j++) x[d.group[t] * C + j] += dh[t * C + j];
      for (int i = 0; i < FEATURES; i++) if (int f = featureOf(d, t, i)) { float *q = gradF.row(f); for (int j = 0; j < C; j++) q[j] += dh[t * C + j]; }
    }
    outer(e, ED, 0, x, g + P0, d.words);
    for (int i = 0; i < d.words; i++) {
      float s[ED];
      for (int j = 0; j < C; j++) g[B0 + j] += x[i * C + j];
      for (int c = 0; c < ED; c++) { float y = 0; for (int j = 0; j < C; j++) y += D.w[P0 + c * C + j] * x[i * C + j]; s[c] = y; }
      const int *rows = &vocabulary[vocabularyAt[d.distinct[i]]];
      const int count = *rows++;
      const float scale = count > 1 ? 1 / sqrtf(count - 1) : 0;
      for (int k = 0; k < count; k++) {
        if (rowDropped(wordDrop[i], k)) continue;
        float *q = gradE.row(rows[k]), f = k ? scale / PARTS_KEPT : 1 / WHOLE_KEPT;
        for (int j = 0; j < ED; j++) q[j] += f * s[j];
      }
    }
  }
  vector<char> best(const Doc &d, float bias) const {
    const int n = d.n;
    vector<float> s(n * LABELS);
    vector<char> from(n * LABELS), y(n);
    for (int t = 0; t < n; t++) for (int k = 0; k < LABELS; k++) {
      float top = t || starts(k) ? -1e9f : -2e9f;
      if (!t && starts(k)) top = 0;
      for (int z = 0; t && z < LABELS; z++) if (follows(z, k)) { float v = s[(t - 1) * LABELS + z] + tr(d, t, z, k); if (v > top) top = v, from[t * LABELS + k] = z; }
      s[t * LABELS + k] = top + emission[t * 8 + k] + (k == 1 || k == 4 ? bias : 0);
    }
    int b = 0;
    for (int k : {3, 4}) if (s[(n - 1) * LABELS + k] > s[(n - 1) * LABELS + b]) b = k;
    for (int t = n - 1; t >= 0; t--) y[t] = b, b = from[t * LABELS + b];
    return y;
  }
};

void adam(Table &t, Gradient &gradient, int row, float lr, float scale, float correction1, float correction2, float decay) {
  const size_t at = row * t.width;
  for (size_t i = at; i < at + t.width; i++) {
    const float g = gradient.g[i] * scale;
    t.m[i] = 0.9f * t.m[i] + 0.1f * g, t.v[i] = 0.995f * t.v[i] + 0.005f * g * g, gradient.g[i] = 0;
    t.w[i] -= lr * (t.m[i] * correction1 / (sqrtf(t.v[i] * correction2) + 1e-5f) + decay * t.w[i]);
  }
}
vector<std::pair<int, int>> spans(const vector<char> &y) {
  vector<std::pair<int, int>> found;
  for (int t = 0; t < (int)y.size(); t++) {
    if (y[t] == 4) found.push_back({t, t});
    else if (y[t] == 1) { int a = t; while (t + 1 < (int)y.size() && y[t] != 3) t++; found.push_back({a, t}); }
  }
  return found;
}
void evaluate(Pass &pass, const vector<Doc> &docs, size_t count, const vector<float> &thresholds) {
  vector<long> hit(thresholds.size()), predicted(thresholds.size()), falseProse(thresholds.size());
  long gold = 0, prose = 0, tokens = 0, documents = 0;
  double loss = 0, documentLoss = 0;
  for (size_t i = 0; i < std::min(count, docs.size()); i++) {
    const Doc &d = docs[i];
    pass.forward(d, false);
    if (d.math) loss += pass.surprise(d), tokens += d.n;
    documentLoss += log1p(exp(d.math ? -pass.documentOdds : pass.documentOdds)), documents++;
    auto g = spans(vector<char>(d.label, d.label + d.n)), p = spans(pass.best(d, 0));
    gold += g.size(), prose += g.empty();
    for (size_t k = 0; k < thresholds.size(); k++) {
      if (pass.documentProbability() < thresholds[k]) continue;
      predicted[k] += p.size(), falseProse[k] += g.empty() && !p.empty();
      for (auto &s : p) hit[k] += std::binary_search(g.begin(), g.end(), s);
    }
  }
  printf("dev loss per token %.5f, per text %.5f\n", loss / tokens, documentLoss / documents);
  for (size_t k = 0; k < thresholds.size(); k++)
    printf("  texts from %.2f: P %.4f R %.4f F1 %.4f, any false math in prose %.4f\n", thresholds[k], 1. * hit[k] / predicted[k], 1. * hit[k] / gold, 2. * hit[k] / (gold + predicted[k]), 1. * falseProse[k] / prose);
  fflush(stdout);
}
// Moves the averages towards the weights.
void follow(float share) {
  for (Table *t : {&D, &E, &F})
    for (size_t i = 0; i < t->rows * t->width; i++) t->average[i] += share * (t->w[i] - t->average[i]);
}
void swapAverages() {
  for (Table *t : {&D, &E, &F}) std::swap(t->w, t->average);
}
void save(const string &name) {
  FILE *f = fopen(name.c_str(), "wb");
  int head[8] = {C, ED, LAYERS, WORD_ROWS, FEATURE_ROWS, DENSE, FEATURES, POOL_AT};
  fwrite(head, 4, 8, f), fwrite(D.w, 4, DENSE, f), fwrite(E.w, 4, E.rows * E.width, f), fwrite(F.w, 4, F.rows * F.width, f);
  fclose(f);
}
double seconds() { timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + t.tv_nsec * 1e-9; }

int main(int argc, char **argv) {
  if (argc < 5) { fprintf(stderr, "usage: tagger <folder> <epochs> <seed> <rate>\n"); return 1; }
  const string folder = argv[1];
  const double epochs = atof(argv[2]);
  const float rate = atof(argv[4]);
  auto words = readFile(folder + "/vocab.bin");
  const int *p = (const int *)words.data(), *end = p + words.size() / 4;
  vocabulary.assign(++p, end);
  for (size_t i = 0; i < vocabulary.size(); i += vocabulary[i] + 1) vocabularyAt.push_back(i);
  auto trainBytes = readFile(folder + "/train.bin"), devBytes = readFile(folder + "/dev.bin");
  vector<Doc> train = parse(trainBytes), dev = parse(devBytes);
  E.init(WORD_ROWS, ED), F.init(FEATURE_ROWS, C), D.init(1, DENSE);
  transposed = floats(LAYERS * 3 * C * C);
  std::mt19937 random(atoi(argv[3]));
  auto fill = [&](float *w, size_t n, float deviation) { std::normal_distribution<float> normal(0, deviation); for (size_t i = 0; i < n; i++) w[i] = normal(random); };
  fill(E.w, E.rows * ED, 0.05f), fill(F.w, F.rows * C, 0.02f), fill(D.w + P0, ED * C, 1 / sqrtf(ED));
  for (int l = 0; l < LAYERS; l++) fill(D.w + W0 + l * CONV, 3 * C * C, sqrtf(2.f / (3 * C)) * 0.5f);
  fill(D.w + G0, 2 * C * C, 0.5f / sqrtf(C)), fill(D.w + O0, C * LABELS, 1 / sqrtf(C));
  static Pass passes[THREADS];
  for (Pass &pass : passes) pass.random.seed(random());
  double total = 0;
  for (Doc &d : train) total += d.weight;
  const long steps = epochs * total / BATCH;
  const double start = seconds();
  long step = 0, skipped = 0, clipped = 0;
  double typical = 0;
  while (step < steps) {
    vector<int> order;
    std::uniform_real_distribution<float> uniform(0, 1);
    for (size_t i = 0; i < train.size(); i++) for (int k = floorf(train[i].weight + uniform(random)); k > 0; k--) order.push_back(i);
    std::shuffle(order.begin(), order.end(), random);
    for (size_t at = 0; at + BATCH <= order.size() && step < steps; at += BATCH) {
      for (int l = 0; l < LAYERS; l++) for (int k = 0; k < 3; k++) {
        const float *w = D.w + W0 + l * CONV + k * C * C;
        float *o = transposed + (l * 3 + k) * C * C;
        for (int c = 0; c < C; c++) for (int j = 0; j < C; j++) o[j * C + c] = w[c * C + j];
      }
      auto learn = [&](int thread) {
        for (int i = thread; i < BATCH; i += THREADS) {
          const Doc &d = train[order[at + i]];
          passes[thread].forward(d, true), passes[thread].lose(d), passes[thread].backward(d);
        }
      };
      vector<std::thread> others;
      for (int i = 1; i < THREADS; i++) others.emplace_back(learn, i);
      learn(0);
      for (std::thread &other : others) other.join();
      Pass &pass = passes[0];
      for (int i = 1; i < THREADS; i++) {
        Pass &other = passes[i];
        pass.gradD.take(other.gradD), pass.gradE.take(other.gradE), pass.gradF.take(other.gradF);
        pass.loss += other.loss, pass.tokens += other.tokens, pass.documentLoss += other.documentLoss, pass.documents += other.documents;
        pass.worst = std::max(pass.worst, other.worst);
        other.loss = other.tokens = other.documentLoss = other.documents = 0;
      }
      double square = 0;
      for (int i = 0; i < DENSE; i++) square += (double)pass.gradD.g[i] * pass.gradD.g[i];
      const double norm = sqrt(square);
      step++;
      const bool finite = std::isfinite(norm) && std::isfinite(pass.loss);
      if (finite) typical = step == 1 ? norm : 0.99 * typical + 0.01 * std::min(norm, 2 * typical);
      const float scale = !finite ? 0 : norm > 2 * typical ? 2 * typical / norm : 1;
      skipped += !finite, clipped += scale < 1;
      if (!finite) pass.loss = 0;
      const float lr = rate * std::min(1.f, step / 1000.f) * (1 - (float)(step - 1) / steps);
      const float c1 = 1 / (1 - powf(0.9f, std::min(step, 2000L))), c2 = 1 / (1 - powf(0.995f, std::min(step, 2000L)));
      auto update = [&](Table &t, Gradient &gradient, float rowRate, float correction1, float correction2, float decay) {
        for (int r : gradient.touched) {
          if (finite) adam(t, gradient, r, rowRate, scale, correction1, correction2, decay);
          else memset(gradient.g + (size_t)r * t.width, 0, t.width * 4);
          gradient.seen[r] = 0;
        }
        gradient.touched.clear();
      };
      update(D, pass.gradD, lr, c1, c2, 0.02f);
      update(E, pass.gradE, lr, 1, 1, 0.1f);
      update(F, pass.gradF, lr / 2, 1, 1, 0.1f);
      if (step % FOLLOW_EVERY == 0) follow(std::max(1.f / (step / FOLLOW_EVERY), FOLLOW_SHARE));
      if (step % 500 == 0) {
        printf("step %ld of %ld, loss per token %.5f (worst text %.1f), per text %.5f, gradient norm %.1f, clipped %ld, skipped %ld, %.0f s\n", step, steps, pass.loss / pass.tokens, pass.worst, pass.documentLoss / pass.documents, typical, clipped, skipped, seconds() - start);
        fflush(stdout);
        pass.loss = pass.tokens = pass.documentLoss = pass.documents = pass.worst = 0;
        if (step % 2000 == 0) swapAverages(), evaluate(pass, dev, 1500, {0.5}), save(folder + "/tagger.checkpoint"), swapAverages();
      }
    }
  }
  swapAverages();
  evaluate(passes[0], dev, dev.size(), {0.2, 0.35, 0.5, 0.65, 0.8, 0.9});
  save(folder + "/tagger.f32");
}
