"""What people ask for: Vietnamese prompts, some in other scripts, some hostile."""

import unicodedata
from random import Random
from typing import NamedTuple

SUBJECTS = (
    "Một con mèo chơi với cuộn len",
    "Cô gái mặc áo dài trắng đạp xe qua cầu Trường Tiền",
    "Chợ nổi Cái Răng lúc bình minh",
    "Đầu bếp thái cá hồi trong nhà hàng Nhật",
    "Phố cổ Hội An lên đèn lồng",
    "Bãi biển Mỹ Khê nhìn từ trên cao",
    "Ruộng bậc thang Mù Cang Chải mùa lúa chín",
    "Đàn cò trắng bay qua cánh đồng ngập nước",
    "Người thợ gốm Bát Tràng xoay bình",
    "Mưa rào trên mái ngói cũ ở Hà Nội",
    "Ly cà phê sữa đá tan dần trên bàn gỗ",
    "Chú chó nhỏ chạy giữa vườn hoa cúc họa mi",
    "Thuyền thúng xoay tròn trong rừng dừa Bảy Mẫu",
    "Thành phố Hồ Chí Minh từ ngày sang đêm",
    "Giáo sư say sưa giảng bài trước lớp",
    "Pháo hoa đêm giao thừa trên sông Hương",
    "Sương mù phủ đồi chè Cầu Đất",
    "Em bé thả diều trên đê làng",
    "Tàu hỏa chạy qua đèo Hải Vân",
    "Mâm cơm quê ngày Tết, khói bay nghi ngút",
)
_LOOKS = (
    "quay chậm",
    "ánh sáng vàng cuối chiều",
    "góc máy sát mặt đất",
    "máy quay lia từ trái sang phải",
    "phong cách phim tài liệu",
    "màu phim nhựa thập niên 70",
    "hậu cảnh mờ, chi tiết rõ nét",
    "cảnh rộng nhìn từ flycam",
    "chuyển động tua nhanh",
    "tông màu lạnh, trời nhiều mây",
    "phong cách hoạt hình vẽ tay",
    "ống kính góc rộng, nhịp thở chậm",
)
_ODDITIES = (
    "A professor stands at the front of a lively classroom, enthusiastically giving a lecture.",
    "قطة تلعب بكرة من الصوف بالحركة البطيئة",
    "חתול משחק בכדור צמר בהילוך איטי",
    "猫が毛糸玉で遊んでいる、スローモーション",
    "🐱🧶✨ 👩‍👩‍👧‍👦 thả diều 🪁 ở 🇻🇳",
    "<b>Đậm</b> <img src=x onerror=alert(1)> <a href='file:///etc/passwd'>bấm vào đây</a>",
    "%s %d {0} {prompt} & &amp; \\n ẾỄỆ Ỗ ở sát mép trên",
    unicodedata.normalize("NFD", "Đà Nẵng trong mưa, gõ bằng dấu tổ hợp"),
)
_ODD_SHARE = 0.02
_LONGEST = 5000


class Wish(NamedTuple):
    """A prompt, and which of SUBJECTS it shows."""

    prompt: str
    subject: int


def wish(random: Random) -> Wish:
    """One prompt of its own mixture."""
    subject = random.randrange(len(SUBJECTS))
    if random.random() < _ODD_SHARE:
        return Wish(_oddity(random), subject)
    looks = random.sample(_LOOKS, random.choice((0, 1, 1, 2, 3)))
    return Wish(", ".join((SUBJECTS[subject], *looks)), subject)


def _oddity(random: Random) -> str:
    number = random.randrange(len(_ODDITIES) + 1)
    if number < len(_ODDITIES):
        return unicodedata.normalize("NFC", _ODDITIES[number])
    sentence = f"{random.choice(SUBJECTS)}, {random.choice(_LOOKS)}. "
    return (sentence * (_LONGEST // len(sentence) + 1))[:_LONGEST].strip()
