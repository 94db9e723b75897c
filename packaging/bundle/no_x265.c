/* In the place of x265, which encodes HEVC: pillow-heif's opens pictures here and saves none, and
   PyAV's encodes H.264, with x264. libheif answers every wish to encode with "bit depth not
   supported"; nobody may open PyAV's encoder "libx265". Without both the folder is 44 MB smaller. */

/* By this packaging/notices tells it from x265. */
__attribute__((used)) static const char mark[] = "VideoGen Desktop: no x265";

const void *x265_api_get_216(int bit_depth) { (void)bit_depth; return 0; }

const void *x265_api_get_217(int bit_depth) { (void)bit_depth; return 0; }

void x265_cleanup(void) {}
