<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Account</name>
    <message>
        <source>Video</source>
        <extracomment>vi: Tạo video</extracomment>
        <translation>Video</translation>
    </message>
    <message>
        <source>Refund</source>
        <extracomment>vi: Hoàn lại</extracomment>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <extracomment>vi: Số dư đầu</extracomment>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>Price adjusted</source>
        <extracomment>vi: Điều chỉnh</extracomment>
        <translation>Price adjusted</translation>
    </message>
    <message>
        <source>Reconciled</source>
        <extracomment>vi: Đối chiếu</extracomment>
        <translation>Reconciled</translation>
    </message>
    <message>
        <source>Set aside when you asked for a video</source>
        <extracomment>vi: Credits dành cho một video khi bạn bấm Tạo video</extracomment>
        <translation>Set aside when you asked for a video</translation>
    </message>
    <message>
        <source>The video came to nothing; all came back</source>
        <extracomment>vi: Video không thành, credits được trả lại đầy đủ</extracomment>
        <translation>The video came to nothing; all came back</translation>
    </message>
    <message>
        <source>What the wallet had when first seen</source>
        <extracomment>vi: Số credits trong ví khi VideoGen thấy ví lần đầu</extracomment>
        <translation>What the wallet had when first seen</translation>
    </message>
    <message>
        <source>The provider charged another price</source>
        <extracomment>vi: Nhà cung cấp tính giá khác với giá báo trước</extracomment>
        <translation>The provider charged another price</translation>
    </message>
    <message>
        <source>Brought in line with the provider, as a top-up</source>
        <extracomment>vi: Cho khớp với số dư của nhà cung cấp, ví dụ khi bạn nạp thêm</extracomment>
        <translation>Brought in line with the provider, as a top-up</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <extracomment>vi: Ví thử nghiệm</extracomment>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Play money</source>
        <extracomment>vi: Tiền thử nghiệm</extracomment>
        <translation>Play money</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <extracomment>vi: Đang hỏi nhà cung cấp…</extracomment>
        <translation>Asking the provider…</translation>
    </message>
    <message>
        <source>The provider could not be reached.</source>
        <extracomment>vi: Chưa liên lạc được với nhà cung cấp.</extracomment>
        <translation>The provider could not be reached.</translation>
    </message>
    <message>
        <source>The provider has not confirmed the balance since the start.</source>
        <extracomment>vi: Nhà cung cấp chưa xác nhận số dư kể từ khi mở chương trình.</extracomment>
        <translation>The provider has not confirmed the balance since the start.</translation>
    </message>
    <message>
        <source>Confirmed by the provider at {time}.</source>
        <extracomment>vi: Nhà cung cấp xác nhận lúc {time}.</extracomment>
        <translation>Confirmed by the provider at {time}.</translation>
    </message>
    <message>
        <source>The provider counts {amount}. Videos on their way can explain the difference.</source>
        <extracomment>vi: Nhà cung cấp đang tính {amount}. Video đang chạy có thể tạo ra chênh lệch này.</extracomment>
        <translation>The provider counts {amount}. Videos on their way can explain the difference.</translation>
    </message>
</context>
<context>
    <name>AccountController</name>
    <message>
        <source>Video ID</source>
        <extracomment>vi: Mã video</extracomment>
        <translation>Video ID</translation>
    </message>
</context>
<context>
    <name>Alert</name>
    <message>
        <source>Copy the message</source>
        <translation>Copy the message</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>AspectSelector</name>
    <message>
        <source>Shape of the video</source>
        <translation>Shape of the video</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>Landscape, 16:9</source>
        <translation>Landscape, 16:9</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Portrait, 9:16</source>
        <translation>Portrait, 9:16</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>{price} needed</source>
        <translation>{price} needed</translation>
    </message>
    <message>
        <source>Describe the video first</source>
        <translation>Describe the video first</translation>
    </message>
    <message>
        <source>Describe the video you want to make…</source>
        <translation>Describe the video you want to make…</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Enter creates the video, Shift+Enter breaks the line</source>
        <translation>Enter creates the video, Shift+Enter breaks the line</translation>
    </message>
</context>
<context>
    <name>CreditBadge</name>
    <message>
        <source>Credits: not known yet</source>
        <translation>Credits: not known yet</translation>
    </message>
    <message>
        <source>{amount} available</source>
        <translation>{amount} available</translation>
    </message>
    <message>
        <source>{amount} available, {held} held</source>
        <translation>{amount} available, {held} held</translation>
    </message>
</context>
<context>
    <name>CreditPanel</name>
    <message>
        <source>Your credits</source>
        <extracomment>vi: Credits của bạn</extracomment>
        <translation>Your credits</translation>
    </message>
    <message>
        <source>Ask the provider again</source>
        <extracomment>vi: Hỏi lại nhà cung cấp</extracomment>
        <translation>Ask the provider again</translation>
    </message>
    <message>
        <source>Recently</source>
        <extracomment>vi: Gần đây</extracomment>
        <translation>Recently</translation>
    </message>
    <message>
        <source>Statement</source>
        <extracomment>vi: Xem sao kê</extracomment>
        <translation>Statement</translation>
    </message>
    <message>
        <source>Available</source>
        <extracomment>vi: Có thể dùng</extracomment>
        <translation>Available</translation>
    </message>
    <message>
        <source>Held for videos on their way</source>
        <extracomment>vi: Đang giữ cho video chờ gửi</extracomment>
        <translation>Held for videos on their way</translation>
    </message>
    <message>
        <source>Spent today</source>
        <extracomment>vi: Đã dùng hôm nay</extracomment>
        <translation>Spent today</translation>
    </message>
</context>
<context>
    <name>Credits</name>
    <message>
        <source>1 credit</source>
        <translation>1 credit</translation>
    </message>
    <message>
        <source>{amount} credits</source>
        <translation>{amount} credits</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Your first video starts with a sentence</source>
        <translation>Your first video starts with a sentence</translation>
    </message>
    <message>
        <source>Write it below, or begin with one of these:</source>
        <translation>Write it below, or begin with one of these:</translation>
    </message>
    <message>
        <source>A professor stands at the front of a lively classroom, enthusiastically giving a lecture.</source>
        <translation>A professor stands at the front of a lively classroom, enthusiastically giving a lecture.</translation>
    </message>
    <message>
        <source>A cat playing with a ball of yarn in slow motion.</source>
        <translation>A cat playing with a ball of yarn in slow motion.</translation>
    </message>
    <message>
        <source>Aerial view of a beautiful beach at sunset with waves crashing.</source>
        <translation>Aerial view of a beautiful beach at sunset with waves crashing.</translation>
    </message>
    <message>
        <source>A chef preparing sushi in a Japanese restaurant.</source>
        <translation>A chef preparing sushi in a Japanese restaurant.</translation>
    </message>
    <message>
        <source>Time-lapse of a city skyline transitioning from day to night.</source>
        <translation>Time-lapse of a city skyline transitioning from day to night.</translation>
    </message>
</context>
<context>
    <name>EndNotifier</name>
    <message>
        <source>Your video is ready</source>
        <extracomment>vi: Video đã hoàn thành</extracomment>
        <translation>Your video is ready</translation>
    </message>
    <message>
        <source>Your video failed</source>
        <extracomment>vi: Video không tạo được</extracomment>
        <translation>Your video failed</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong inside the program. Please try again.</source>
        <translation>Something went wrong inside the program. Please try again.</translation>
    </message>
    <message>
        <source>That did not work. Please try again.</source>
        <translation>That did not work. Please try again.</translation>
    </message>
    <message>
        <source>The request cannot be used as it is.</source>
        <translation>The request cannot be used as it is.</translation>
    </message>
    <message>
        <source>Describe the video you want first.</source>
        <translation>Describe the video you want first.</translation>
    </message>
    <message>
        <source>The prompt has {length} characters; this model takes at most {limit}. Please shorten it.</source>
        <translation>The prompt has {length} characters; this model takes at most {limit}. Please shorten it.</translation>
    </message>
    <message>
        <source>This model cannot make the shape “{given}”. Choose another shape.</source>
        <translation>This model cannot make the shape “{given}”. Choose another shape.</translation>
    </message>
    <message>
        <source>The model “{given}” is not on offer here. Choose another model.</source>
        <translation>The model “{given}” is not on offer here. Choose another model.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written. Choose another place.</source>
        <translation>The file {path} cannot be written. Choose another place.</translation>
    </message>
    <message>
        <source>Not enough credits: {price} needed, {available} available. Top up and try again.</source>
        <translation>Not enough credits: {price} needed, {available} available. Top up and try again.</translation>
    </message>
    <message>
        <source>This video is no longer here.</source>
        <translation>This video is no longer here.</translation>
    </message>
    <message>
        <source>The video has moved on meanwhile, so this can no longer be done.</source>
        <translation>The video has moved on meanwhile, so this can no longer be done.</translation>
    </message>
    <message>
        <source>The provider reported a problem.</source>
        <translation>The provider reported a problem.</translation>
    </message>
    <message>
        <source>The provider could not be reached. Check the network and try again.</source>
        <translation>The provider could not be reached. Check the network and try again.</translation>
    </message>
    <message>
        <source>The connection broke before the provider answered. It may have taken the request, so it is not sent again; the card shows when more is known.</source>
        <translation>The connection broke before the provider answered. It may have taken the request, so it is not sent again; the card shows when more is known.</translation>
    </message>
    <message>
        <source>The provider asks for a slower pace. Wait a moment and try again.</source>
        <translation>The provider asks for a slower pace. Wait a moment and try again.</translation>
    </message>
    <message>
        <source>The provider does not answer at the moment. The program keeps trying.</source>
        <translation>The provider does not answer at the moment. The program keeps trying.</translation>
    </message>
    <message>
        <source>The provider sent an answer that makes no sense. The program keeps trying.</source>
        <translation>The provider sent an answer that makes no sense. The program keeps trying.</translation>
    </message>
    <message>
        <source>The provider refused the request. Change it and try again.</source>
        <translation>The provider refused the request. Change it and try again.</translation>
    </message>
    <message>
        <source>The provider rejected the API key. Check the key or enter another one.</source>
        <translation>The provider rejected the API key. Check the key or enter another one.</translation>
    </message>
    <message>
        <source>The spending cap of this API key is reached. Raise it on the provider&apos;s site.</source>
        <translation>The spending cap of this API key is reached. Raise it on the provider&apos;s site.</translation>
    </message>
    <message>
        <source>The provider says that the account is out of credits. Top up and try again.</source>
        <translation>The provider says that the account is out of credits. Top up and try again.</translation>
    </message>
    <message>
        <source>The provider no longer offers this model. Choose another model.</source>
        <translation>The provider no longer offers this model. Choose another model.</translation>
    </message>
    <message>
        <source>The provider is under maintenance. Try again in a few minutes.</source>
        <translation>The provider is under maintenance. Try again in a few minutes.</translation>
    </message>
    <message>
        <source>The prompt breaks the provider&apos;s content rules. Rewrite it and try again.</source>
        <translation>The prompt breaks the provider&apos;s content rules. Rewrite it and try again.</translation>
    </message>
    <message>
        <source>The video is ready, but its file is not on this computer yet.</source>
        <translation>The video is ready, but its file is not on this computer yet.</translation>
    </message>
    <message>
        <source>The provider names {host} for the file; that address is not safe to open.</source>
        <translation>The provider names {host} for the file; that address is not safe to open.</translation>
    </message>
    <message>
        <source>The provider has removed the file of this video.</source>
        <translation>The provider has removed the file of this video.</translation>
    </message>
    <message>
        <source>The download broke off. The program fetches the rest by itself.</source>
        <translation>The download broke off. The program fetches the rest by itself.</translation>
    </message>
    <message>
        <source>The file is larger than a clip can be, so it was not downloaded.</source>
        <translation>The file is larger than a clip can be, so it was not downloaded.</translation>
    </message>
    <message>
        <source>What was downloaded is not a video that plays. The program fetches it again.</source>
        <translation>What was downloaded is not a video that plays. The program fetches it again.</translation>
    </message>
    <message>
        <source>The clip&apos;s file is no longer on this computer.</source>
        <translation>The clip&apos;s file is no longer on this computer.</translation>
    </message>
    <message>
        <source>The file could not be examined. The program tries again by itself.</source>
        <translation>The file could not be examined. The program tries again by itself.</translation>
    </message>
    <message>
        <source>The library cannot be used.</source>
        <translation>The library cannot be used.</translation>
    </message>
    <message>
        <source>A newer version of VideoGen wrote this library. Install that version.</source>
        <translation>A newer version of VideoGen wrote this library. Install that version.</translation>
    </message>
    <message>
        <source>There is no library in {path}.</source>
        <translation>There is no library in {path}.</translation>
    </message>
    <message>
        <source>This library is older than the program. Close other windows and start again.</source>
        <translation>This library is older than the program. Close other windows and start again.</translation>
    </message>
    <message>
        <source>The rules inside the library were changed. Restore a backup of {path}.</source>
        <translation>The rules inside the library were changed. Restore a backup of {path}.</translation>
    </message>
    <message>
        <source>The library cannot be written ({condition}). Check the free space and the access rights.</source>
        <translation>The library cannot be written ({condition}). Check the free space and the access rights.</translation>
    </message>
    <message>
        <source>VideoGen already runs with this library. Close the other window first.</source>
        <translation>VideoGen already runs with this library. Close the other window first.</translation>
    </message>
    <message>
        <source>The settings were damaged and start afresh. The old file was kept.</source>
        <translation>The settings were damaged and start afresh. The old file was kept.</translation>
    </message>
    <message>
        <source>No API key is known for {api_base}. Enter one first.</source>
        <translation>No API key is known for {api_base}. Enter one first.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used. Unlock it, or enter the key again in the settings.</source>
        <extracomment>vi: Không mở được kho khóa của hệ thống. Hãy mở khóa, hoặc nhập lại khóa trong Cài đặt.</extracomment>
        <translation>The system&apos;s keyring cannot be used. Unlock it, or enter the key again in the settings.</translation>
    </message>
    <message>
        <source>{api_base} is not a safe address. Use one that begins with https.</source>
        <translation>{api_base} is not a safe address. Use one that begins with https.</translation>
    </message>
    <message>
        <source>The program met a defect and stopped watching your videos. Start it again: it goes on.</source>
        <translation>The program met a defect and stopped watching your videos. Start it again: it goes on.</translation>
    </message>
    <message>
        <source>The sandbox stopped. Start the program again.</source>
        <translation>The sandbox stopped. Start the program again.</translation>
    </message>
    <message>
        <source>The video is already paid for; nothing more is charged.</source>
        <translation>The video is already paid for; nothing more is charged.</translation>
    </message>
    <message>
        <source>You may have been charged; the credits stay held until it is clear.</source>
        <translation>You may have been charged; the credits stay held until it is clear.</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>Nothing was charged.</translation>
    </message>
    <message>
        <source>The provider says: “{words}”</source>
        <translation>The provider says: “{words}”</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Where clips are saved</source>
        <extracomment>vi: Nơi lưu video</extracomment>
        <translation>Where clips are saved</translation>
    </message>
    <message>
        <source>Files</source>
        <extracomment>vi: Tệp</extracomment>
        <translation>Files</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <extracomment>vi: Chọn thư mục…</extracomment>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Use the default folder</source>
        <extracomment>vi: Dùng thư mục mặc định</extracomment>
        <translation>Use the default folder</translation>
    </message>
    <message>
        <source>CDN only</source>
        <extracomment>vi: Chỉ xem từ CDN</extracomment>
        <translation>CDN only</translation>
    </message>
    <message>
        <source>Keeps no copy of your own: clips live in a bounded cache and are fetched again.</source>
        <extracomment>vi: Không giữ bản sao riêng: video nằm trong bộ nhớ đệm có giới hạn, tải lại khi cần.</extracomment>
        <translation>Keeps no copy of your own: clips live in a bounded cache and are fetched again.</translation>
    </message>
    <message>
        <source>The provider&apos;s links expire: what you paid for can be lost.</source>
        <extracomment>vi: Liên kết của nhà cung cấp sẽ hết hạn: video bạn đã trả tiền có thể bị mất.</extracomment>
        <translation>The provider&apos;s links expire: what you paid for can be lost.</translation>
    </message>
    <message>
        <source>Logs</source>
        <extracomment>vi: Nhật ký</extracomment>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Useful with a report; keys and private links are never written there.</source>
        <extracomment>vi: Hữu ích khi báo lỗi; khóa API và liên kết riêng không bao giờ được ghi vào đây.</extracomment>
        <translation>Useful with a report; keys and private links are never written there.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <extracomment>vi: Mở thư mục</extracomment>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Choose where clips are saved</source>
        <extracomment>vi: Chọn nơi lưu video</extracomment>
        <translation>Choose where clips are saved</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search in prompts</source>
        <extracomment>vi: Tìm theo mô tả video</extracomment>
        <translation>Search in prompts</translation>
    </message>
    <message>
        <source>Every kind</source>
        <extracomment>vi: Mọi loại</extracomment>
        <translation>Every kind</translation>
    </message>
    <message>
        <source>Kind of movement</source>
        <extracomment>vi: Loại giao dịch</extracomment>
        <translation>Kind of movement</translation>
    </message>
    <message>
        <source>Period</source>
        <extracomment>vi: Khoảng thời gian</extracomment>
        <translation>Period</translation>
    </message>
    <message>
        <source>First day</source>
        <extracomment>vi: Từ ngày</extracomment>
        <translation>First day</translation>
    </message>
    <message>
        <source>Last day</source>
        <extracomment>vi: Đến ngày</extracomment>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Any time</source>
        <extracomment>vi: Mọi lúc</extracomment>
        <translation>Any time</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>vi: Hôm nay</extracomment>
        <translation>Today</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <extracomment>vi: 7 ngày qua</extracomment>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <extracomment>vi: 30 ngày qua</extracomment>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>Choose days…</source>
        <extracomment>vi: Chọn ngày…</extracomment>
        <translation>Choose days…</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Remove from favourites</source>
        <extracomment>vi: Bỏ yêu thích</extracomment>
        <translation>Remove from favourites</translation>
    </message>
    <message>
        <source>Cancel saving</source>
        <extracomment>vi: Hủy lưu bản sao</extracomment>
        <translation>Cancel saving</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>vi: Tạm dừng</extracomment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>vi: Phát</extracomment>
        <translation>Play</translation>
    </message>
    <message>
        <source>Open viewer</source>
        <extracomment>vi: Mở trình xem</extracomment>
        <translation>Open viewer</translation>
    </message>
    <message>
        <source>Download…</source>
        <extracomment>vi: Tải xuống…</extracomment>
        <translation>Download…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>vi: Yêu thích</extracomment>
        <translation>Favourite</translation>
    </message>
    <message>
        <source>Add to collection…</source>
        <extracomment>vi: Thêm vào bộ sưu tập…</extracomment>
        <translation>Add to collection…</translation>
    </message>
    <message>
        <source>Select</source>
        <extracomment>vi: Chọn</extracomment>
        <translation>Select</translation>
    </message>
    <message>
        <source>Open in another player</source>
        <extracomment>vi: Mở bằng trình phát khác</extracomment>
        <translation>Open in another player</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>vi: Mở thư mục chứa video</extracomment>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>vi: Gửi ngay</extracomment>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Do not send</source>
        <extracomment>vi: Hủy, không gửi</extracomment>
        <translation>Do not send</translation>
    </message>
    <message>
        <source>Edit and try again</source>
        <extracomment>vi: Sửa và thử lại</extracomment>
        <translation>Edit and try again</translation>
    </message>
    <message>
        <source>Reuse prompt</source>
        <extracomment>vi: Dùng lại prompt</extracomment>
        <translation>Reuse prompt</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <extracomment>vi: Sao chép prompt</extracomment>
        <translation>Copy prompt</translation>
    </message>
    <message>
        <source>Delete video</source>
        <extracomment>vi: Xóa video</extracomment>
        <translation>Delete video</translation>
    </message>
    <message>
        <source>Playback position</source>
        <extracomment>vi: Vị trí phát</extracomment>
        <translation>Playback position</translation>
    </message>
    <message>
        <source>More actions</source>
        <extracomment>vi: Thao tác khác</extracomment>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Unmute</source>
        <extracomment>vi: Bật tiếng</extracomment>
        <translation>Unmute</translation>
    </message>
    <message>
        <source>Mute</source>
        <extracomment>vi: Tắt tiếng</extracomment>
        <translation>Mute</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <extracomment>vi: Chờ gửi</extracomment>
        <translation>Waiting to send</translation>
    </message>
    <message>
        <source>Queued</source>
        <extracomment>vi: Chờ xử lý</extracomment>
        <translation>Queued</translation>
    </message>
    <message>
        <source>Processing</source>
        <extracomment>vi: Đang xử lý</extracomment>
        <translation>Processing</translation>
    </message>
    <message>
        <source>Completed</source>
        <extracomment>vi: Hoàn thành</extracomment>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>vi: Thất bại</extracomment>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>vi: Đã hủy</extracomment>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Unclear</source>
        <extracomment>vi: Chưa rõ</extracomment>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>Portrait</source>
        <extracomment>vi: Dọc</extracomment>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Landscape</source>
        <extracomment>vi: Ngang</extracomment>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>Just now</source>
        <extracomment>vi: Vừa xong</extracomment>
        <translation>Just now</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <extracomment>vi: %n phút trước</extracomment>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <extracomment>vi: %n giờ trước</extracomment>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <extracomment>vi: %n ngày trước</extracomment>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
    <message>
        <source>You cancelled this video before it was sent.</source>
        <extracomment>vi: Bạn đã hủy video này trước khi gửi.</extracomment>
        <translation>You cancelled this video before it was sent.</translation>
    </message>
    <message>
        <source>It is not clear whether the request arrived.</source>
        <extracomment>vi: Không rõ yêu cầu đã đến nơi hay chưa.</extracomment>
        <translation>It is not clear whether the request arrived.</translation>
    </message>
    <message>
        <source>The provider no longer has a record of it.</source>
        <extracomment>vi: Nhà cung cấp không còn lưu thông tin về video này.</extracomment>
        <translation>The provider no longer has a record of it.</translation>
    </message>
    <message>
        <source>The provider&apos;s content filter refused the prompt.</source>
        <extracomment>vi: Nội dung mô tả bị bộ lọc của nhà cung cấp từ chối.</extracomment>
        <translation>The provider&apos;s content filter refused the prompt.</translation>
    </message>
    <message>
        <source>This model only takes prompts in English.</source>
        <extracomment>vi: Mô hình này chỉ nhận mô tả bằng tiếng Anh.</extracomment>
        <translation>This model only takes prompts in English.</translation>
    </message>
    <message>
        <source>It took the provider too long.</source>
        <extracomment>vi: Nhà cung cấp xử lý quá lâu nên đã dừng lại.</extracomment>
        <translation>It took the provider too long.</translation>
    </message>
    <message>
        <source>The provider was too busy.</source>
        <extracomment>vi: Nhà cung cấp đang quá tải.</extracomment>
        <translation>The provider was too busy.</translation>
    </message>
    <message>
        <source>The provider was under maintenance.</source>
        <extracomment>vi: Nhà cung cấp đang bảo trì.</extracomment>
        <translation>The provider was under maintenance.</translation>
    </message>
    <message>
        <source>The account at the provider is out of credits.</source>
        <extracomment>vi: Tài khoản ở nhà cung cấp không đủ credits.</extracomment>
        <translation>The account at the provider is out of credits.</translation>
    </message>
    <message>
        <source>The provider refused the request.</source>
        <extracomment>vi: Nhà cung cấp từ chối yêu cầu.</extracomment>
        <translation>The provider refused the request.</translation>
    </message>
    <message>
        <source>Not sent: the provider could not be reached.</source>
        <extracomment>vi: Không gửi được yêu cầu: không kết nối được tới nhà cung cấp.</extracomment>
        <translation>Not sent: the provider could not be reached.</translation>
    </message>
    <message>
        <source>The provider reported success but delivered no video.</source>
        <extracomment>vi: Nhà cung cấp báo hoàn thành nhưng không trả về video.</extracomment>
        <translation>The provider reported success but delivered no video.</translation>
    </message>
    <message>
        <source>You marked this video as failed.</source>
        <extracomment>vi: Bạn đã đánh dấu video này là thất bại.</extracomment>
        <translation>You marked this video as failed.</translation>
    </message>
    <message>
        <source>The provider could not make the video.</source>
        <extracomment>vi: Nhà cung cấp không tạo được video.</extracomment>
        <translation>The provider could not make the video.</translation>
    </message>
    <message>
        <source>Credits may have been charged.</source>
        <extracomment>vi: Có thể đã bị trừ credits.</extracomment>
        <translation>Credits may have been charged.</translation>
    </message>
    <message>
        <source>No credits were charged.</source>
        <extracomment>vi: Không mất credits.</extracomment>
        <translation>No credits were charged.</translation>
    </message>
    <message>
        <source>Credits were charged.</source>
        <extracomment>vi: Đã bị trừ credits.</extracomment>
        <translation>Credits were charged.</translation>
    </message>
    <message>
        <source>Your credits were refunded.</source>
        <extracomment>vi: Đã hoàn lại credits.</extracomment>
        <translation>Your credits were refunded.</translation>
    </message>
    <message>
        <source>%1 · longer than usual</source>
        <extracomment>vi: %1 · lâu hơn thường lệ</extracomment>
        <translation>%1 · longer than usual</translation>
    </message>
    <message>
        <source>%1 · less than a minute left</source>
        <extracomment>vi: %1 · còn chưa đến một phút</extracomment>
        <translation>%1 · less than a minute left</translation>
    </message>
    <message numerus="yes">
        <source>%1 · about %n min left</source>
        <extracomment>vi: %1 · còn khoảng %n phút</extracomment>
        <translation>
            <numerusform>%1 · about %n min left</numerusform>
            <numerusform>%1 · about %n min left</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving a copy…</source>
        <extracomment>vi: Đang lưu bản sao…</extracomment>
        <translation>Saving a copy…</translation>
    </message>
    <message>
        <source>The video could not be downloaded yet</source>
        <extracomment>vi: Chưa tải được video về máy</extracomment>
        <translation>The video could not be downloaded yet</translation>
    </message>
    <message>
        <source>Downloading the video…</source>
        <extracomment>vi: Đang tải video về máy…</extracomment>
        <translation>Downloading the video…</translation>
    </message>
    <message>
        <source>Downloading %1 %</source>
        <extracomment>vi: Đang tải về %1 %</extracomment>
        <translation>Downloading %1 %</translation>
    </message>
    <message>
        <source>Downloaded %1</source>
        <extracomment>vi: Đã tải %1</extracomment>
        <translation>Downloaded %1</translation>
    </message>
    <message>
        <source>This computer has no video playback.</source>
        <extracomment>vi: Máy này thiếu thành phần phát video.</extracomment>
        <translation>This computer has no video playback.</translation>
    </message>
    <message>
        <source>This format cannot be played here.</source>
        <extracomment>vi: Không phát được định dạng này tại đây.</extracomment>
        <translation>This format cannot be played here.</translation>
    </message>
    <message>
        <source>The video file is missing.</source>
        <extracomment>vi: Không tìm thấy tệp video.</extracomment>
        <translation>The video file is missing.</translation>
    </message>
    <message>
        <source>The video cannot be played.</source>
        <extracomment>vi: Không phát được video.</extracomment>
        <translation>The video cannot be played.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <extracomment>vi: Đang tải…</extracomment>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Video gallery</source>
        <extracomment>vi: Thư viện video</extracomment>
        <translation>Video gallery</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>vi: %1 %</extracomment>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n videos</source>
        <extracomment>vi: Xóa %n video</extracomment>
        <translation>
            <numerusform>Delete %n video</numerusform>
            <numerusform>Delete %n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Download %n videos…</source>
        <extracomment>vi: Tải xuống %n video…</extracomment>
        <translation>
            <numerusform>Download %n video…</numerusform>
            <numerusform>Download %n videos…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <extracomment>vi: Chung</extracomment>
        <translation>General</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>vi: Theo hệ thống</extracomment>
        <translation>System</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>vi: Ngôn ngữ</extracomment>
        <translation>Language</translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>vi: Giao diện</extracomment>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>vi: Sáng</extracomment>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>vi: Tối</extracomment>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Preview under the pointer</source>
        <extracomment>vi: Xem trước khi rê chuột</extracomment>
        <translation>Preview under the pointer</translation>
    </message>
    <message>
        <source>Moving over a card runs through the pictures of its video.</source>
        <extracomment>vi: Rê chuột trên thẻ để lướt nhanh qua các khung hình của video.</extracomment>
        <translation>Moving over a card runs through the pictures of its video.</translation>
    </message>
    <message>
        <source>Notify when a video ends</source>
        <extracomment>vi: Thông báo khi video xong</extracomment>
        <translation>Notify when a video ends</translation>
    </message>
    <message>
        <source>Only while the window is not in front.</source>
        <extracomment>vi: Chỉ báo khi cửa sổ VideoGen không ở phía trước.</extracomment>
        <translation>Only while the window is not in front.</translation>
    </message>
</context>
<context>
    <name>GenerateButton</name>
    <message>
        <source>Sending…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Create video</source>
        <translation>Create video</translation>
    </message>
    <message>
        <source>{action} · {price}</source>
        <translation>{action} · {price}</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Play money</source>
        <translation>Play money</translation>
    </message>
    <message>
        <source>This is the sandbox: its credits are not real and nothing costs anything.</source>
        <translation>This is the sandbox: its credits are not real and nothing costs anything.</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>vi: Cài đặt</extracomment>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Trying the key…</source>
        <extracomment>vi: Đang kiểm tra khóa…</extracomment>
        <translation>Trying the key…</translation>
    </message>
    <message>
        <source>Keeping the key. If the system asks to unlock its keyring, please do…</source>
        <extracomment>vi: Đang lưu khóa. Nếu hệ thống hỏi mật khẩu kho khóa, hãy trả lời để tiếp tục…</extracomment>
        <translation>Keeping the key. If the system asks to unlock its keyring, please do…</translation>
    </message>
    <message>
        <source>The key works. The account has {amount}.</source>
        <extracomment>vi: Khóa hợp lệ. Tài khoản có {amount}.</extracomment>
        <translation>The key works. The account has {amount}.</translation>
    </message>
    <message>
        <source>The key is kept.</source>
        <extracomment>vi: Đã lưu khóa.</extracomment>
        <translation>The key is kept.</translation>
    </message>
    <message>
        <source>The key was not kept.</source>
        <extracomment>vi: Khóa chưa được lưu.</extracomment>
        <translation>The key was not kept.</translation>
    </message>
    <message>
        <source>Paste your Kie API key</source>
        <extracomment>vi: Dán khóa API Kie của bạn</extracomment>
        <translation>Paste your Kie API key</translation>
    </message>
    <message>
        <source>API key</source>
        <extracomment>vi: Khóa API</extracomment>
        <translation>API key</translation>
    </message>
    <message>
        <source>API address</source>
        <extracomment>vi: Địa chỉ API</extracomment>
        <translation>API address</translation>
    </message>
    <message>
        <source>Use another API address</source>
        <extracomment>vi: Dùng địa chỉ API khác</extracomment>
        <translation>Use another API address</translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>vi: Kiểm tra</extracomment>
        <translation>Test</translation>
    </message>
    <message>
        <source>Tries the key with a call that is free</source>
        <extracomment>vi: Kiểm tra khóa bằng một lần gọi miễn phí</extracomment>
        <translation>Tries the key with a call that is free</translation>
    </message>
    <message>
        <source>Keep and use</source>
        <extracomment>vi: Lưu và dùng</extracomment>
        <translation>Keep and use</translation>
    </message>
</context>
<context>
    <name>KeyringChoice</name>
    <message>
        <source>The key works but is not kept. For this run only means: enter it again next time.</source>
        <extracomment>vi: Khóa dùng được nhưng chưa được lưu. Giữ cho lần chạy này thì lần sau phải nhập lại.</extracomment>
        <translation>The key works but is not kept. For this run only means: enter it again next time.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>vi: Thử lại</extracomment>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <extracomment>vi: Chỉ giữ cho lần chạy này</extracomment>
        <translation>Keep for this run only</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>vi: Hủy</extracomment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>This computer has no system keyring that could hold the key.</source>
        <extracomment>vi: Máy này không có kho khóa hệ thống để giữ khóa.</extracomment>
        <translation>This computer has no system keyring that could hold the key.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked and was not opened.</source>
        <extracomment>vi: Kho khóa hệ thống đang khóa và chưa được mở.</extracomment>
        <translation>The system&apos;s keyring is locked and was not opened.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take the key.</source>
        <extracomment>vi: Kho khóa hệ thống không nhận khóa.</extracomment>
        <translation>The system&apos;s keyring did not take the key.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Any shape</source>
        <extracomment>vi: Mọi khung hình</extracomment>
        <translation>Any shape</translation>
    </message>
    <message>
        <source>Any model</source>
        <extracomment>vi: Mọi mô hình</extracomment>
        <translation>Any model</translation>
    </message>
    <message>
        <source>Filters</source>
        <extracomment>vi: Bộ lọc</extracomment>
        <translation>Filters</translation>
    </message>
    <message>
        <source>No video fits</source>
        <extracomment>vi: Không tìm thấy video nào</extracomment>
        <translation>No video fits</translation>
    </message>
    <message>
        <source>Try another word, or remove a filter.</source>
        <extracomment>vi: Thử từ khóa khác hoặc bỏ bớt bộ lọc.</extracomment>
        <translation>Try another word, or remove a filter.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <extracomment>vi: Xóa tìm kiếm và bộ lọc</extracomment>
        <translation>Clear search and filters</translation>
    </message>
    <message>
        <source>Search prompts…</source>
        <extracomment>vi: Tìm trong các mô tả…</extracomment>
        <translation>Search prompts…</translation>
    </message>
    <message>
        <source>Search videos</source>
        <extracomment>vi: Tìm video</extracomment>
        <translation>Search videos</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>vi: Trạng thái</extracomment>
        <translation>Status</translation>
    </message>
    <message>
        <source>All collections</source>
        <extracomment>vi: Mọi bộ sưu tập</extracomment>
        <translation>All collections</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <extracomment>vi: Bỏ chọn</extracomment>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>Cancel saving</source>
        <extracomment>vi: Hủy lưu</extracomment>
        <translation>Cancel saving</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>vi: Xóa</extracomment>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Download</source>
        <extracomment>vi: Tải xuống</extracomment>
        <translation>Download</translation>
    </message>
    <message>
        <source>Collection</source>
        <extracomment>vi: Bộ sưu tập</extracomment>
        <translation>Collection</translation>
    </message>
    <message>
        <source>Favourites</source>
        <extracomment>vi: Yêu thích</extracomment>
        <translation>Favourites</translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>vi: Sắp xếp</extracomment>
        <translation>Order</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>vi: Tất cả</extracomment>
        <translation>All</translation>
    </message>
    <message>
        <source>Running</source>
        <extracomment>vi: Đang chạy</extracomment>
        <translation>Running</translation>
    </message>
    <message>
        <source>Completed</source>
        <extracomment>vi: Hoàn thành</extracomment>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>vi: Thất bại</extracomment>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Unclear</source>
        <extracomment>vi: Chưa rõ</extracomment>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>vi: Đã hủy</extracomment>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <extracomment>vi: Cũ nhất</extracomment>
        <translation>Oldest first</translation>
    </message>
    <message>
        <source>Prompt A–Z</source>
        <extracomment>vi: Theo nội dung A–Z</extracomment>
        <translation>Prompt A–Z</translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>vi: Mới nhất</extracomment>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Any time</source>
        <extracomment>vi: Mọi lúc</extracomment>
        <translation>Any time</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>vi: Hôm nay</extracomment>
        <translation>Today</translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <extracomment>vi: %n ngày qua</extracomment>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <extracomment>vi: %n video</extracomment>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos selected</source>
        <extracomment>vi: Đã chọn %n video</extracomment>
        <translation>
            <numerusform>%n video selected</numerusform>
            <numerusform>%n videos selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving %1 of %2 videos · %3%</source>
        <extracomment>vi: Đang lưu %1/%2 video · %3 %</extracomment>
        <translation>Saving %1 of %2 videos · %3%</translation>
    </message>
    <message>
        <source>Take out of “%1”</source>
        <extracomment>vi: Bỏ khỏi “%1”</extracomment>
        <translation>Take out of “%1”</translation>
    </message>
    <message>
        <source>New collection…</source>
        <extracomment>vi: Bộ sưu tập mới…</extracomment>
        <translation>New collection…</translation>
    </message>
    <message>
        <source>New collection</source>
        <extracomment>vi: Bộ sưu tập mới</extracomment>
        <translation>New collection</translation>
    </message>
    <message>
        <source>Name of the collection:</source>
        <extracomment>vi: Tên bộ sưu tập:</extracomment>
        <translation>Name of the collection:</translation>
    </message>
    <message>
        <source>Create</source>
        <extracomment>vi: Tạo</extracomment>
        <translation>Create</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>vi: Hủy</extracomment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Added to “%1”</source>
        <extracomment>vi: Đã thêm vào “%1”</extracomment>
        <translation>Added to “%1”</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <extracomment>vi: Lưu bản sao video</extracomment>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>vi: Mở thư mục</extracomment>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Video saved in “%1”</source>
        <extracomment>vi: Đã lưu video vào “%1”</extracomment>
        <translation>Video saved in “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n videos saved in “%1”</source>
        <extracomment>vi: Đã lưu %n video vào “%1”</extracomment>
        <translation>
            <numerusform>%n video saved in “%1”</numerusform>
            <numerusform>%n videos saved in “%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>vi: Giữ lại</extracomment>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>vi: Hoàn tác</extracomment>
        <translation>Undo</translation>
    </message>
    <message>
        <source>The files go to the system&apos;s bin. Credits that were spent do not come back.</source>
        <extracomment>vi: Tệp video sẽ vào thùng rác của máy. Credits đã dùng không được hoàn lại.</extracomment>
        <translation>The files go to the system&apos;s bin. Credits that were spent do not come back.</translation>
    </message>
    <message>
        <source>A video that is being made goes on and is charged all the same.</source>
        <extracomment>vi: Video đang tạo vẫn chạy tiếp và vẫn tính credits.</extracomment>
        <translation>A video that is being made goes on and is charged all the same.</translation>
    </message>
    <message>
        <source>Delete this video from the library?</source>
        <extracomment>vi: Xóa video này khỏi thư viện?</extracomment>
        <translation>Delete this video from the library?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n videos from the library?</source>
        <extracomment>vi: Xóa %n video khỏi thư viện?</extracomment>
        <translation>
            <numerusform>Delete %n video from the library?</numerusform>
            <numerusform>Delete %n videos from the library?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete video</source>
        <extracomment>vi: Xóa video</extracomment>
        <translation>Delete video</translation>
    </message>
    <message>
        <source>Video deleted</source>
        <extracomment>vi: Đã xóa video</extracomment>
        <translation>Video deleted</translation>
    </message>
    <message numerus="yes">
        <source>%n videos deleted</source>
        <extracomment>vi: Đã xóa %n video</extracomment>
        <translation>
            <numerusform>%n video deleted</numerusform>
            <numerusform>%n videos deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Your video is being made. Please wait…</source>
        <translation>Your video is being made. Please wait…</translation>
    </message>
    <message>
        <source>The system could not open the file.</source>
        <translation>The system could not open the file.</translation>
    </message>
</context>
<context>
    <name>ModelSelector</name>
    <message>
        <source>Model: {title}</source>
        <translation>Model: {title}</translation>
    </message>
</context>
<context>
    <name>MovementList</name>
    <message>
        <source>No movements yet.</source>
        <extracomment>vi: Chưa có giao dịch nào.</extracomment>
        <translation>No movements yet.</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Extra CA file</source>
        <extracomment>vi: Tệp chứng thư CA bổ sung</extracomment>
        <translation>Extra CA file</translation>
    </message>
    <message>
        <source>For networks with certificates of their own. Certificates are always checked.</source>
        <extracomment>vi: Dành cho mạng dùng chứng thư riêng. Việc kiểm tra chứng thư không bao giờ bị tắt.</extracomment>
        <translation>For networks with certificates of their own. Certificates are always checked.</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>vi: Mạng</extracomment>
        <translation>Network</translation>
    </message>
    <message>
        <source>Proxy</source>
        <extracomment>vi: Proxy</extracomment>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>All of VideoGen&apos;s connections use it. HTTP and SOCKS5 both work.</source>
        <extracomment>vi: Mọi kết nối của VideoGen đi qua đây. Hỗ trợ HTTP và SOCKS5.</extracomment>
        <translation>All of VideoGen&apos;s connections use it. HTTP and SOCKS5 both work.</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>vi: Không dùng</extracomment>
        <translation>None</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>vi: Theo hệ thống</extracomment>
        <translation>System</translation>
    </message>
    <message>
        <source>Manual</source>
        <extracomment>vi: Tự nhập</extracomment>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <extracomment>vi: Địa chỉ proxy</extracomment>
        <translation>Proxy address</translation>
    </message>
    <message>
        <source>Not a proxy address. Try http://host:8080 or socks5://127.0.0.1:1080</source>
        <extracomment>vi: Địa chỉ proxy không đúng. Ví dụ: http://may-chu:8080 hoặc socks5://127.0.0.1:1080</extracomment>
        <translation>Not a proxy address. Try http://host:8080 or socks5://127.0.0.1:1080</translation>
    </message>
    <message>
        <source>A password in this address is kept in the settings file as it stands.</source>
        <extracomment>vi: Mật khẩu trong địa chỉ này được lưu trong tệp cài đặt mà không mã hóa.</extracomment>
        <translation>A password in this address is kept in the settings file as it stands.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <extracomment>vi: Chọn tệp…</extracomment>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Use none</source>
        <extracomment>vi: Bỏ tệp này</extracomment>
        <translation>Use none</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <extracomment>vi: Chọn tệp chứng thư</extracomment>
        <translation>Choose a certificate file</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <extracomment>vi: Cài đặt</extracomment>
        <translation>Settings</translation>
    </message>
    <message>
        <source>General</source>
        <extracomment>vi: Chung</extracomment>
        <translation>General</translation>
    </message>
    <message>
        <source>Wallets and keys</source>
        <extracomment>vi: Ví và khóa</extracomment>
        <translation>Wallets and keys</translation>
    </message>
    <message>
        <source>Files</source>
        <extracomment>vi: Tệp</extracomment>
        <translation>Files</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>vi: Mạng</extracomment>
        <translation>Network</translation>
    </message>
    <message>
        <source>Some changes count once the library is opened again.</source>
        <extracomment>vi: Có thay đổi chỉ có hiệu lực khi mở lại thư viện.</extracomment>
        <translation>Some changes count once the library is opened again.</translation>
    </message>
    <message>
        <source>Open it again now</source>
        <extracomment>vi: Mở lại ngay</extracomment>
        <translation>Open it again now</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>vi: Xong</extracomment>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>StatementDialog</name>
    <message>
        <source>Statement</source>
        <extracomment>vi: Sao kê</extracomment>
        <translation>Statement</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>vi: Xuất tệp</extracomment>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export the lines shown</source>
        <extracomment>vi: Xuất các dòng đang hiện ra tệp</extracomment>
        <translation>Export the lines shown</translation>
    </message>
    <message>
        <source>Spreadsheet (CSV)…</source>
        <extracomment>vi: Bảng tính (CSV)…</extracomment>
        <translation>Spreadsheet (CSV)…</translation>
    </message>
    <message>
        <source>Complete data (JSON)…</source>
        <extracomment>vi: Dữ liệu đầy đủ (JSON)…</extracomment>
        <translation>Complete data (JSON)…</translation>
    </message>
    <message>
        <source>Movements</source>
        <extracomment>vi: Các giao dịch</extracomment>
        <translation>Movements</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <extracomment>vi: %n dòng</extracomment>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>out {out} · in {into} · together {sum}</source>
        <extracomment>vi: ra {out} · vào {into} · tổng {sum}</extracomment>
        <translation>out {out} · in {into} · together {sum}</translation>
    </message>
    <message>
        <source>Reading the statement…</source>
        <extracomment>vi: Đang đọc sao kê…</extracomment>
        <translation>Reading the statement…</translation>
    </message>
    <message>
        <source>No movement matches.</source>
        <extracomment>vi: Không có giao dịch nào khớp.</extracomment>
        <translation>No movement matches.</translation>
    </message>
    <message>
        <source>This wallet has no movements yet.</source>
        <extracomment>vi: Ví này chưa có giao dịch nào.</extracomment>
        <translation>This wallet has no movements yet.</translation>
    </message>
    <message>
        <source>Save the statement</source>
        <extracomment>vi: Lưu sao kê</extracomment>
        <translation>Save the statement</translation>
    </message>
    <message>
        <source>VideoGen statement</source>
        <extracomment>vi: Sao kê VideoGen</extracomment>
        <translation>VideoGen statement</translation>
    </message>
</context>
<context>
    <name>StatementModel</name>
    <message>
        <source>Time</source>
        <extracomment>vi: Thời gian</extracomment>
        <translation>Time</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>vi: Loại</extracomment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Video</source>
        <extracomment>vi: Video</extracomment>
        <translation>Video</translation>
    </message>
    <message>
        <source>Credits</source>
        <extracomment>vi: Số credits</extracomment>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Available after</source>
        <extracomment>vi: Còn lại</extracomment>
        <translation>Available after</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>{number} s</source>
        <extracomment>vi: {number} giây</extracomment>
        <translation>{number} s</translation>
    </message>
    <message>
        <source>Prompt</source>
        <extracomment>vi: Prompt</extracomment>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>vi: Chi tiết</extracomment>
        <translation>Details</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>vi: Diễn biến</extracomment>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Credits</source>
        <extracomment>vi: Credits</extracomment>
        <translation>Credits</translation>
    </message>
    <message>
        <source>No credits moved for this video.</source>
        <extracomment>vi: Video này không có giao dịch nào.</extracomment>
        <translation>No credits moved for this video.</translation>
    </message>
    <message>
        <source>Total cost</source>
        <extracomment>vi: Tổng chi phí</extracomment>
        <translation>Total cost</translation>
    </message>
    <message>
        <source>The provider&apos;s own record</source>
        <extracomment>vi: Dữ liệu gốc của nhà cung cấp</extracomment>
        <translation>The provider&apos;s own record</translation>
    </message>
    <message>
        <source>Hide the record</source>
        <extracomment>vi: Ẩn dữ liệu gốc</extracomment>
        <translation>Hide the record</translation>
    </message>
    <message>
        <source>Show the record</source>
        <extracomment>vi: Hiện dữ liệu gốc</extracomment>
        <translation>Show the record</translation>
    </message>
    <message>
        <source>Copy: {name}</source>
        <extracomment>vi: Sao chép: {name}</extracomment>
        <translation>Copy: {name}</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>vi: Đã sao chép</extracomment>
        <translation>Copied</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>vi: Trạng thái</extracomment>
        <translation>State</translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>vi: Mô hình</extracomment>
        <translation>Model</translation>
    </message>
    <message>
        <source>Shape</source>
        <extracomment>vi: Tỉ lệ</extracomment>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Picture</source>
        <extracomment>vi: Kích thước</extracomment>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>vi: Thời lượng</extracomment>
        <translation>Length</translation>
    </message>
    <message>
        <source>File size</source>
        <extracomment>vi: Dung lượng</extracomment>
        <translation>File size</translation>
    </message>
    <message>
        <source>Cost</source>
        <extracomment>vi: Chi phí</extracomment>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Created</source>
        <extracomment>vi: Tạo lúc</extracomment>
        <translation>Created</translation>
    </message>
    <message>
        <source>Task id</source>
        <extracomment>vi: Mã tác vụ</extracomment>
        <translation>Task id</translation>
    </message>
    <message>
        <source>Credits set aside</source>
        <extracomment>vi: Đã giữ credits</extracomment>
        <translation>Credits set aside</translation>
    </message>
    <message>
        <source>Request sent</source>
        <extracomment>vi: Gửi yêu cầu</extracomment>
        <translation>Request sent</translation>
    </message>
    <message>
        <source>Accepted by the provider</source>
        <extracomment>vi: Nhà cung cấp đã nhận</extracomment>
        <translation>Accepted by the provider</translation>
    </message>
    <message>
        <source>Processing began</source>
        <extracomment>vi: Bắt đầu xử lý</extracomment>
        <translation>Processing began</translation>
    </message>
    <message>
        <source>Completed</source>
        <extracomment>vi: Hoàn thành</extracomment>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>vi: Thất bại</extracomment>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Cancelled before it was sent</source>
        <extracomment>vi: Đã hủy trước khi gửi</extracomment>
        <translation>Cancelled before it was sent</translation>
    </message>
    <message>
        <source>Unclear what became of it</source>
        <extracomment>vi: Chưa rõ kết quả</extracomment>
        <translation>Unclear what became of it</translation>
    </message>
    <message>
        <source>Could not be sent</source>
        <extracomment>vi: Chưa gửi được</extracomment>
        <translation>Could not be sent</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <extracomment>vi: Đã tải về máy</extracomment>
        <translation>Saved on this computer</translation>
    </message>
    <message>
        <source>Deleted from the library</source>
        <extracomment>vi: Đã xóa khỏi thư viện</extracomment>
        <translation>Deleted from the library</translation>
    </message>
    <message>
        <source>Brought back</source>
        <extracomment>vi: Đã khôi phục</extracomment>
        <translation>Brought back</translation>
    </message>
    <message>
        <source>The provider contradicted itself</source>
        <extracomment>vi: Nhà cung cấp báo khác với trước đó</extracomment>
        <translation>The provider contradicted itself</translation>
    </message>
    <message>
        <source>Reported done, but without a video</source>
        <extracomment>vi: Báo hoàn thành nhưng thiếu video</extracomment>
        <translation>Reported done, but without a video</translation>
    </message>
    <message>
        <source>Set aside</source>
        <extracomment>vi: Giữ trước</extracomment>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Spent from what was set aside</source>
        <extracomment>vi: Chi từ phần đã giữ</extracomment>
        <translation>Spent from what was set aside</translation>
    </message>
    <message>
        <source>Set-aside credits returned</source>
        <extracomment>vi: Trả lại phần đã giữ</extracomment>
        <translation>Set-aside credits returned</translation>
    </message>
    <message>
        <source>Refunded</source>
        <extracomment>vi: Hoàn lại</extracomment>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>Price adjusted</source>
        <extracomment>vi: Điều chỉnh giá</extracomment>
        <translation>Price adjusted</translation>
    </message>
    <message>
        <source>Video viewer</source>
        <extracomment>vi: Trình xem video</extracomment>
        <translation>Video viewer</translation>
    </message>
    <message>
        <source>Close the viewer</source>
        <extracomment>vi: Đóng trình xem</extracomment>
        <translation>Close the viewer</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>vi: %1 / %2</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next video</source>
        <extracomment>vi: Video sau</extracomment>
        <translation>Next video</translation>
    </message>
    <message>
        <source>Previous video</source>
        <extracomment>vi: Video trước</extracomment>
        <translation>Previous video</translation>
    </message>
    <message>
        <source>Hide details</source>
        <extracomment>vi: Ẩn chi tiết</extracomment>
        <translation>Hide details</translation>
    </message>
    <message>
        <source>Show details</source>
        <extracomment>vi: Hiện chi tiết</extracomment>
        <translation>Show details</translation>
    </message>
    <message>
        <source>More actions</source>
        <extracomment>vi: Thao tác khác</extracomment>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>vi: Tạm dừng</extracomment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play again</source>
        <extracomment>vi: Phát lại</extracomment>
        <translation>Play again</translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>vi: Phát</extracomment>
        <translation>Play</translation>
    </message>
    <message>
        <source>One frame back</source>
        <extracomment>vi: Lùi một khung hình</extracomment>
        <translation>One frame back</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <extracomment>vi: Tiến một khung hình</extracomment>
        <translation>One frame forward</translation>
    </message>
    <message>
        <source>Playback position</source>
        <extracomment>vi: Vị trí phát</extracomment>
        <translation>Playback position</translation>
    </message>
    <message>
        <source>Volume</source>
        <extracomment>vi: Âm lượng</extracomment>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Unmute</source>
        <extracomment>vi: Bật tiếng</extracomment>
        <translation>Unmute</translation>
    </message>
    <message>
        <source>Mute</source>
        <extracomment>vi: Tắt tiếng</extracomment>
        <translation>Mute</translation>
    </message>
    <message>
        <source>Stop repeating</source>
        <extracomment>vi: Ngừng lặp lại</extracomment>
        <translation>Stop repeating</translation>
    </message>
    <message>
        <source>Repeat</source>
        <extracomment>vi: Lặp lại</extracomment>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <extracomment>vi: Thoát toàn màn hình</extracomment>
        <translation>Leave full screen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>vi: Toàn màn hình</extracomment>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Playback speed</source>
        <extracomment>vi: Tốc độ phát</extracomment>
        <translation>Playback speed</translation>
    </message>
    <message>
        <source>Check again</source>
        <extracomment>vi: Kiểm tra lại</extracomment>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Checking…</source>
        <extracomment>vi: Đang kiểm tra…</extracomment>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Updated from the provider.</source>
        <extracomment>vi: Đã cập nhật theo nhà cung cấp.</extracomment>
        <translation>Updated from the provider.</translation>
    </message>
    <message>
        <source>Checked: nothing has changed.</source>
        <extracomment>vi: Đã kiểm tra: chưa có gì thay đổi.</extracomment>
        <translation>Checked: nothing has changed.</translation>
    </message>
    <message>
        <source>Opening the video…</source>
        <extracomment>vi: Đang mở video…</extracomment>
        <translation>Opening the video…</translation>
    </message>
    <message>
        <source>The file itself is safe on this computer: open it in the system&apos;s player.</source>
        <extracomment>vi: Tệp vẫn nguyên vẹn trên máy: bạn có thể mở bằng trình phát của hệ thống.</extracomment>
        <translation>The file itself is safe on this computer: open it in the system&apos;s player.</translation>
    </message>
    <message>
        <source>It is not sent again, so that you are not charged twice.</source>
        <extracomment>vi: Yêu cầu sẽ không được gửi lại để bạn không bị trừ tiền hai lần.</extracomment>
        <translation>It is not sent again, so that you are not charged twice.</translation>
    </message>
    <message>
        <source>{amount} are held for this video.</source>
        <extracomment>vi: Đang giữ {amount} cho video này.</extracomment>
        <translation>{amount} are held for this video.</translation>
    </message>
    <message>
        <source>{amount} were spent; they come back if the video fails.</source>
        <extracomment>vi: Đã dùng {amount}; được hoàn lại nếu video không thành.</extracomment>
        <translation>{amount} were spent; they come back if the video fails.</translation>
    </message>
    <message>
        <source>The provider says: “{words}”</source>
        <extracomment>vi: Nhà cung cấp nói: “{words}”</extracomment>
        <translation>The provider says: “{words}”</translation>
    </message>
</context>
<context>
    <name>WalletButton</name>
    <message>
        <source>Manage wallets and keys…</source>
        <extracomment>vi: Quản lý ví và khóa…</extracomment>
        <translation>Manage wallets and keys…</translation>
    </message>
    <message>
        <source>Wallet in use: {wallet}</source>
        <extracomment>vi: Ví đang dùng: {wallet}</extracomment>
        <translation>Wallet in use: {wallet}</translation>
    </message>
</context>
<context>
    <name>WalletCard</name>
    <message>
        <source>In use</source>
        <extracomment>vi: Đang dùng</extracomment>
        <translation>In use</translation>
    </message>
    <message>
        <source>Use this wallet</source>
        <extracomment>vi: Dùng ví này</extracomment>
        <translation>Use this wallet</translation>
    </message>
    <message>
        <source>Remove the key</source>
        <extracomment>vi: Xóa khóa</extracomment>
        <translation>Remove the key</translation>
    </message>
    <message>
        <source>Remove it from this computer</source>
        <extracomment>vi: Xóa khóa khỏi máy này</extracomment>
        <translation>Remove it from this computer</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>vi: Giữ lại</extracomment>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Runs on this computer with made-up credits; nothing costs anything.</source>
        <extracomment>vi: Chạy ngay trên máy bạn với credits giả, không tốn tiền.</extracomment>
        <translation>Runs on this computer with made-up credits; nothing costs anything.</translation>
    </message>
    <message>
        <source>Key in the system&apos;s keyring, ending in {ending}</source>
        <extracomment>vi: Khóa trong kho khóa hệ thống, kết thúc bằng {ending}</extracomment>
        <translation>Key in the system&apos;s keyring, ending in {ending}</translation>
    </message>
    <message>
        <source>Has a key</source>
        <extracomment>vi: Có khóa</extracomment>
        <translation>Has a key</translation>
    </message>
    <message>
        <source>No key can be read for this wallet</source>
        <extracomment>vi: Không đọc được khóa nào cho ví này</extracomment>
        <translation>No key can be read for this wallet</translation>
    </message>
</context>
<context>
    <name>WalletsPage</name>
    <message>
        <source>Wallets and keys</source>
        <extracomment>vi: Ví và khóa</extracomment>
        <translation>Wallets and keys</translation>
    </message>
    <message>
        <source>Add a Kie AI key</source>
        <extracomment>vi: Thêm khóa Kie AI</extracomment>
        <translation>Add a Kie AI key</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keyring only, and sent to this API address only.</source>
        <extracomment>vi: Khóa chỉ nằm trong kho khóa của hệ thống và chỉ được gửi tới đúng địa chỉ API này.</extracomment>
        <translation>The key is kept in the system&apos;s keyring only, and sent to this API address only.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring could not be opened, so the key is still there. Unlock it and try again.</source>
        <extracomment>vi: Không mở được kho khóa hệ thống, nên khóa vẫn còn ở đó. Hãy mở khóa rồi thử lại.</extracomment>
        <translation>The system&apos;s keyring could not be opened, so the key is still there. Unlock it and try again.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to VideoGen</source>
        <extracomment>vi: Chào mừng bạn đến với VideoGen</extracomment>
        <translation>Welcome to VideoGen</translation>
    </message>
    <message>
        <source>A sentence becomes a short video. How do you want to begin?</source>
        <extracomment>vi: Viết một câu, nhận về một video ngắn. Bạn muốn bắt đầu thế nào?</extracomment>
        <translation>A sentence becomes a short video. How do you want to begin?</translation>
    </message>
    <message>
        <source>Try it now</source>
        <extracomment>vi: Thử ngay</extracomment>
        <translation>Try it now</translation>
    </message>
    <message>
        <source>Create, watch and download trial videos on this computer: no account, no payment.</source>
        <extracomment>vi: Tạo, xem và tải video thử ngay trên máy này, không cần tài khoản, không tốn tiền.</extracomment>
        <translation>Create, watch and download trial videos on this computer: no account, no payment.</translation>
    </message>
    <message>
        <source>Start trying</source>
        <extracomment>vi: Bắt đầu dùng thử</extracomment>
        <translation>Start trying</translation>
    </message>
    <message>
        <source>Use your Kie AI account</source>
        <extracomment>vi: Dùng tài khoản Kie AI</extracomment>
        <translation>Use your Kie AI account</translation>
    </message>
    <message>
        <source>The key is tried for free and kept in the system&apos;s keyring only.</source>
        <extracomment>vi: Khóa được kiểm tra miễn phí và chỉ nằm trong kho khóa của hệ thống.</extracomment>
        <translation>The key is tried for free and kept in the system&apos;s keyring only.</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>vi: Để sau</extracomment>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>WindowLife</name>
    <message>
        <source>The statement was saved as {file}</source>
        <extracomment>vi: Đã lưu sao kê vào {file}</extracomment>
        <translation>The statement was saved as {file}</translation>
    </message>
    <message>
        <source>The system could not open the folder.</source>
        <extracomment>vi: Hệ thống không mở được thư mục này.</extracomment>
        <translation>The system could not open the folder.</translation>
    </message>
</context>
</TS>
