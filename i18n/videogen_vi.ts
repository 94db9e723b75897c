<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>Alert</name>
    <message>
        <source>Copy the message</source>
        <translation>Sao chép thông báo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>AspectSelector</name>
    <message>
        <source>Shape of the video</source>
        <translation>Khung hình của video</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Ngang</translation>
    </message>
    <message>
        <source>Landscape, 16:9</source>
        <translation>Khung ngang, 16:9</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Dọc</translation>
    </message>
    <message>
        <source>Portrait, 9:16</source>
        <translation>Khung dọc, 9:16</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>{price} needed</source>
        <translation>Cần {price}</translation>
    </message>
    <message>
        <source>Describe the video first</source>
        <translation>Hãy mô tả video trước</translation>
    </message>
    <message>
        <source>Describe the video you want to make…</source>
        <translation>Mô tả video bạn muốn tạo…</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Mô tả video</translation>
    </message>
    <message>
        <source>Enter creates the video, Shift+Enter breaks the line</source>
        <translation>Nhấn Enter để tạo video, Shift+Enter để xuống dòng</translation>
    </message>
</context>
<context>
    <name>CreditBadge</name>
    <message>
        <source>Credits: not known yet</source>
        <translation>Số credits: chưa rõ</translation>
    </message>
    <message>
        <source>{amount} available</source>
        <translation>Còn {amount}</translation>
    </message>
    <message>
        <source>{amount} available, {held} held</source>
        <translation>Còn {amount}, đang giữ {held}</translation>
    </message>
</context>
<context>
    <name>CreditPanel</name>
    <message>
        <source>Your credits</source>
        <translation>Credits của bạn</translation>
    </message>
    <message>
        <source>Sandbox wallet: play money, nothing costs anything</source>
        <translation>Ví chạy thử: credits ảo, không tốn tiền thật</translation>
    </message>
    <message>
        <source>Kie AI wallet</source>
        <translation>Ví Kie AI</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Khả dụng</translation>
    </message>
    <message>
        <source>Held for videos on their way</source>
        <translation>Đang giữ cho video chờ gửi</translation>
    </message>
    <message>
        <source>Held credits come back when a video is not accepted.</source>
        <translation>Credits đang giữ được trả lại nếu video không được tiếp nhận.</translation>
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
        <translation>Video đầu tiên bắt đầu từ một câu</translation>
    </message>
    <message>
        <source>Write it below, or begin with one of these:</source>
        <translation>Viết vào ô bên dưới, hoặc bắt đầu với một gợi ý:</translation>
    </message>
    <message>
        <source>A professor stands at the front of a lively classroom, enthusiastically giving a lecture.</source>
        <translation>Một vị giáo sư đứng trước lớp học sôi nổi, say sưa giảng bài.</translation>
    </message>
    <message>
        <source>A cat playing with a ball of yarn in slow motion.</source>
        <translation>Một con mèo chơi với cuộn len, quay chậm.</translation>
    </message>
    <message>
        <source>Aerial view of a beautiful beach at sunset with waves crashing.</source>
        <translation>Bãi biển tuyệt đẹp lúc hoàng hôn nhìn từ trên cao, sóng vỗ bờ.</translation>
    </message>
    <message>
        <source>A chef preparing sushi in a Japanese restaurant.</source>
        <translation>Đầu bếp làm sushi trong một nhà hàng Nhật Bản.</translation>
    </message>
    <message>
        <source>Time-lapse of a city skyline transitioning from day to night.</source>
        <translation>Tua nhanh thời gian: đường chân trời thành phố chuyển từ ngày sang đêm.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong inside the program. Please try again.</source>
        <translation>Chương trình gặp lỗi. Vui lòng thử lại.</translation>
    </message>
    <message>
        <source>That did not work. Please try again.</source>
        <translation>Không thực hiện được. Vui lòng thử lại.</translation>
    </message>
    <message>
        <source>The request cannot be used as it is.</source>
        <translation>Yêu cầu này chưa dùng được.</translation>
    </message>
    <message>
        <source>Describe the video you want first.</source>
        <translation>Hãy mô tả video bạn muốn tạo trước đã.</translation>
    </message>
    <message>
        <source>The prompt has {length} characters; this model takes at most {limit}. Please shorten it.</source>
        <translation>Mô tả dài {length} ký tự, mô hình này chỉ nhận tối đa {limit}. Hãy rút gọn lại.</translation>
    </message>
    <message>
        <source>This model cannot make the shape “{given}”. Choose another shape.</source>
        <translation>Mô hình này không tạo được khung hình “{given}”. Hãy chọn khung hình khác.</translation>
    </message>
    <message>
        <source>The model “{given}” is not on offer here. Choose another model.</source>
        <translation>Ở đây không có mô hình “{given}”. Hãy chọn mô hình khác.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written. Choose another place.</source>
        <translation>Không ghi được tệp {path}. Hãy chọn nơi lưu khác.</translation>
    </message>
    <message>
        <source>Not enough credits: {price} needed, {available} available. Top up and try again.</source>
        <translation>Không đủ credits: cần {price}, hiện còn {available}. Hãy nạp thêm rồi thử lại.</translation>
    </message>
    <message>
        <source>This video is no longer here.</source>
        <translation>Video này không còn ở đây nữa.</translation>
    </message>
    <message>
        <source>The video has moved on meanwhile, so this can no longer be done.</source>
        <translation>Trạng thái video đã thay đổi nên không thực hiện được thao tác này nữa.</translation>
    </message>
    <message>
        <source>The provider reported a problem.</source>
        <translation>Nhà cung cấp báo lỗi.</translation>
    </message>
    <message>
        <source>The provider could not be reached. Check the network and try again.</source>
        <translation>Không kết nối được tới nhà cung cấp. Hãy kiểm tra mạng rồi thử lại.</translation>
    </message>
    <message>
        <source>The connection broke before the provider answered. It may have taken the request, so it is not sent again; the card shows when more is known.</source>
        <translation>Mất kết nối trước khi nhà cung cấp trả lời. Có thể yêu cầu đã được nhận nên chương trình không gửi lại; thẻ video sẽ cập nhật khi có thông tin mới.</translation>
    </message>
    <message>
        <source>The provider asks for a slower pace. Wait a moment and try again.</source>
        <translation>Nhà cung cấp yêu cầu gửi chậm lại. Hãy đợi một lát rồi thử lại.</translation>
    </message>
    <message>
        <source>The provider does not answer at the moment. The program keeps trying.</source>
        <translation>Nhà cung cấp tạm thời không phản hồi. Chương trình sẽ tiếp tục thử.</translation>
    </message>
    <message>
        <source>The provider sent an answer that makes no sense. The program keeps trying.</source>
        <translation>Nhà cung cấp trả về dữ liệu không hợp lệ. Chương trình sẽ tiếp tục thử.</translation>
    </message>
    <message>
        <source>The provider refused the request. Change it and try again.</source>
        <translation>Nhà cung cấp từ chối yêu cầu. Hãy chỉnh sửa rồi thử lại.</translation>
    </message>
    <message>
        <source>The provider rejected the API key. Check the key or enter another one.</source>
        <translation>Nhà cung cấp từ chối khóa API. Hãy kiểm tra lại hoặc nhập khóa khác.</translation>
    </message>
    <message>
        <source>The spending cap of this API key is reached. Raise it on the provider&apos;s site.</source>
        <translation>Khóa API này đã chạm hạn mức chi tiêu. Hãy nâng hạn mức trên trang của nhà cung cấp.</translation>
    </message>
    <message>
        <source>The provider says that the account is out of credits. Top up and try again.</source>
        <translation>Nhà cung cấp báo tài khoản đã hết credits. Hãy nạp thêm rồi thử lại.</translation>
    </message>
    <message>
        <source>The provider no longer offers this model. Choose another model.</source>
        <translation>Nhà cung cấp không còn mô hình này. Hãy chọn mô hình khác.</translation>
    </message>
    <message>
        <source>The provider is under maintenance. Try again in a few minutes.</source>
        <translation>Nhà cung cấp đang bảo trì. Hãy thử lại sau vài phút.</translation>
    </message>
    <message>
        <source>The prompt breaks the provider&apos;s content rules. Rewrite it and try again.</source>
        <translation>Mô tả vi phạm quy định nội dung của nhà cung cấp. Hãy viết lại rồi thử lại.</translation>
    </message>
    <message>
        <source>The video is ready, but its file is not on this computer yet.</source>
        <translation>Video đã xong nhưng tệp chưa có trên máy này.</translation>
    </message>
    <message>
        <source>The provider names {host} for the file; that address is not safe to open.</source>
        <translation>Nhà cung cấp chỉ tới {host} để lấy tệp; địa chỉ này không an toàn nên không được mở.</translation>
    </message>
    <message>
        <source>The provider has removed the file of this video.</source>
        <translation>Nhà cung cấp đã xóa tệp của video này.</translation>
    </message>
    <message>
        <source>The download broke off. The program fetches the rest by itself.</source>
        <translation>Quá trình tải bị gián đoạn. Chương trình sẽ tự tải tiếp phần còn lại.</translation>
    </message>
    <message>
        <source>The file is larger than a clip can be, so it was not downloaded.</source>
        <translation>Tệp lớn bất thường so với một video ngắn nên không được tải về.</translation>
    </message>
    <message>
        <source>What was downloaded is not a video that plays. The program fetches it again.</source>
        <translation>Tệp tải về không phải video phát được. Chương trình sẽ tải lại.</translation>
    </message>
    <message>
        <source>The file could not be examined. The program tries again by itself.</source>
        <translation>Không kiểm tra được tệp. Chương trình sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>The library cannot be used.</source>
        <translation>Không dùng được thư viện.</translation>
    </message>
    <message>
        <source>A newer version of VideoGen wrote this library. Install that version.</source>
        <translation>Thư viện này do một phiên bản VideoGen mới hơn tạo ra. Hãy cài phiên bản đó.</translation>
    </message>
    <message>
        <source>There is no library in {path}.</source>
        <translation>Không có thư viện nào trong {path}.</translation>
    </message>
    <message>
        <source>This library is older than the program. Close other windows and start again.</source>
        <translation>Thư viện này cũ hơn chương trình. Hãy đóng các cửa sổ khác rồi mở lại.</translation>
    </message>
    <message>
        <source>The rules inside the library were changed. Restore a backup of {path}.</source>
        <translation>Các quy tắc bên trong thư viện đã bị thay đổi. Hãy khôi phục bản sao lưu của {path}.</translation>
    </message>
    <message>
        <source>The library cannot be written ({condition}). Check the free space and the access rights.</source>
        <translation>Không ghi được vào thư viện ({condition}). Hãy kiểm tra dung lượng trống và quyền truy cập.</translation>
    </message>
    <message>
        <source>VideoGen already runs with this library. Close the other window first.</source>
        <translation>VideoGen đang chạy với thư viện này. Hãy đóng cửa sổ kia trước.</translation>
    </message>
    <message>
        <source>The settings were damaged and start afresh. The old file was kept.</source>
        <translation>Tệp cài đặt bị hỏng nên được tạo lại từ đầu. Tệp cũ vẫn được giữ.</translation>
    </message>
    <message>
        <source>No API key is known for {api_base}. Enter one first.</source>
        <translation>Chưa có khóa API cho {api_base}. Hãy nhập khóa trước.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used. The key is kept for this run only.</source>
        <translation>Không dùng được kho khóa của hệ thống. Khóa chỉ được giữ trong lần chạy này.</translation>
    </message>
    <message>
        <source>{api_base} is not a safe address. Use one that begins with https.</source>
        <translation>{api_base} không phải địa chỉ an toàn. Hãy dùng địa chỉ bắt đầu bằng https.</translation>
    </message>
    <message>
        <source>The sandbox stopped. Start the program again.</source>
        <translation>Máy chủ chạy thử đã dừng. Hãy mở lại chương trình.</translation>
    </message>
    <message>
        <source>The video is already paid for; nothing more is charged.</source>
        <translation>Video đã được trả credits; bạn không mất thêm gì.</translation>
    </message>
    <message>
        <source>You may have been charged; the credits stay held until it is clear.</source>
        <translation>Có thể bạn đã bị trừ credits; số credits này được giữ lại cho tới khi rõ kết quả.</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>Bạn không mất credit nào.</translation>
    </message>
    <message>
        <source>The provider says: “{words}”</source>
        <translation>Nhà cung cấp trả lời: “{words}”</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Pause</source>
        <extracomment>vi: Tạm dừng</extracomment>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>vi: Phát</extracomment>
        <translation>Phát</translation>
    </message>
    <message>
        <source>Open in another player</source>
        <extracomment>vi: Mở bằng trình phát khác</extracomment>
        <translation>Mở bằng trình phát khác</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>vi: Mở thư mục chứa video</extracomment>
        <translation>Mở thư mục chứa video</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>vi: Gửi ngay</extracomment>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Do not send</source>
        <extracomment>vi: Hủy, không gửi</extracomment>
        <translation>Hủy, không gửi</translation>
    </message>
    <message>
        <source>Edit and try again</source>
        <extracomment>vi: Sửa và thử lại</extracomment>
        <translation>Sửa và thử lại</translation>
    </message>
    <message>
        <source>Reuse prompt</source>
        <extracomment>vi: Dùng lại prompt</extracomment>
        <translation>Dùng lại prompt</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <extracomment>vi: Sao chép prompt</extracomment>
        <translation>Sao chép prompt</translation>
    </message>
    <message>
        <source>Delete video</source>
        <extracomment>vi: Xóa video</extracomment>
        <translation>Xóa video</translation>
    </message>
    <message>
        <source>Playback position</source>
        <extracomment>vi: Vị trí phát</extracomment>
        <translation>Vị trí phát</translation>
    </message>
    <message>
        <source>More actions</source>
        <extracomment>vi: Thao tác khác</extracomment>
        <translation>Thao tác khác</translation>
    </message>
    <message>
        <source>Unmute</source>
        <extracomment>vi: Bật tiếng</extracomment>
        <translation>Bật tiếng</translation>
    </message>
    <message>
        <source>Mute</source>
        <extracomment>vi: Tắt tiếng</extracomment>
        <translation>Tắt tiếng</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <extracomment>vi: Chờ gửi</extracomment>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Queued</source>
        <extracomment>vi: Chờ xử lý</extracomment>
        <translation>Chờ xử lý</translation>
    </message>
    <message>
        <source>Processing</source>
        <extracomment>vi: Đang xử lý</extracomment>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>Completed</source>
        <extracomment>vi: Hoàn thành</extracomment>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>vi: Thất bại</extracomment>
        <translation>Thất bại</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>vi: Đã hủy</extracomment>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Unclear</source>
        <extracomment>vi: Chưa rõ</extracomment>
        <translation>Chưa rõ</translation>
    </message>
    <message>
        <source>Portrait</source>
        <extracomment>vi: Dọc</extracomment>
        <translation>Dọc</translation>
    </message>
    <message>
        <source>Landscape</source>
        <extracomment>vi: Ngang</extracomment>
        <translation>Ngang</translation>
    </message>
    <message>
        <source>Just now</source>
        <extracomment>vi: Vừa xong</extracomment>
        <translation>Vừa xong</translation>
    </message>
    <message>
        <source>You cancelled this video before it was sent.</source>
        <extracomment>vi: %n phút trước vi: %n giờ trước vi: %n ngày trước vi: Bạn đã hủy video này trước khi gửi.</extracomment>
        <translation>Bạn đã hủy video này trước khi gửi.</translation>
    </message>
    <message>
        <source>It is not clear whether the request arrived.</source>
        <extracomment>vi: Không rõ yêu cầu đã đến nơi hay chưa.</extracomment>
        <translation>Không rõ yêu cầu đã đến nơi hay chưa.</translation>
    </message>
    <message>
        <source>The provider no longer has a record of it.</source>
        <extracomment>vi: Nhà cung cấp không còn lưu thông tin về video này.</extracomment>
        <translation>Nhà cung cấp không còn lưu thông tin về video này.</translation>
    </message>
    <message>
        <source>The provider&apos;s content filter refused the prompt.</source>
        <extracomment>vi: Nội dung mô tả bị bộ lọc của nhà cung cấp từ chối.</extracomment>
        <translation>Nội dung mô tả bị bộ lọc của nhà cung cấp từ chối.</translation>
    </message>
    <message>
        <source>The provider refused the request.</source>
        <extracomment>vi: Nhà cung cấp từ chối yêu cầu.</extracomment>
        <translation>Nhà cung cấp từ chối yêu cầu.</translation>
    </message>
    <message>
        <source>Not sent: the provider could not be reached.</source>
        <extracomment>vi: Không gửi được yêu cầu: không kết nối được tới nhà cung cấp.</extracomment>
        <translation>Không gửi được yêu cầu: không kết nối được tới nhà cung cấp.</translation>
    </message>
    <message>
        <source>The provider reported success but delivered no video.</source>
        <extracomment>vi: Nhà cung cấp báo hoàn thành nhưng không trả về video.</extracomment>
        <translation>Nhà cung cấp báo hoàn thành nhưng không trả về video.</translation>
    </message>
    <message>
        <source>You marked this video as failed.</source>
        <extracomment>vi: Bạn đã đánh dấu video này là thất bại.</extracomment>
        <translation>Bạn đã đánh dấu video này là thất bại.</translation>
    </message>
    <message>
        <source>The provider could not make the video.</source>
        <extracomment>vi: Nhà cung cấp không tạo được video.</extracomment>
        <translation>Nhà cung cấp không tạo được video.</translation>
    </message>
    <message>
        <source>Credits may have been charged.</source>
        <extracomment>vi: Có thể đã bị trừ credits.</extracomment>
        <translation>Có thể đã bị trừ credits.</translation>
    </message>
    <message>
        <source>No credits were charged.</source>
        <extracomment>vi: Không mất credits.</extracomment>
        <translation>Không mất credits.</translation>
    </message>
    <message>
        <source>Credits were charged.</source>
        <extracomment>vi: Đã bị trừ credits.</extracomment>
        <translation>Đã bị trừ credits.</translation>
    </message>
    <message>
        <source>Your credits were refunded.</source>
        <extracomment>vi: Đã hoàn lại credits.</extracomment>
        <translation>Đã hoàn lại credits.</translation>
    </message>
    <message>
        <source>The video could not be downloaded yet</source>
        <extracomment>vi: Chưa tải được video về máy</extracomment>
        <translation>Chưa tải được video về máy</translation>
    </message>
    <message>
        <source>Downloading the video…</source>
        <extracomment>vi: Đang tải video về máy…</extracomment>
        <translation>Đang tải video về máy…</translation>
    </message>
    <message>
        <source>Downloading %1 %</source>
        <extracomment>vi: Đang tải về %1 %</extracomment>
        <translation>Đang tải về %1 %</translation>
    </message>
    <message>
        <source>Downloaded %1</source>
        <extracomment>vi: Đã tải %1</extracomment>
        <translation>Đã tải %1</translation>
    </message>
    <message>
        <source>This computer has no video playback.</source>
        <extracomment>vi: Máy này thiếu thành phần phát video.</extracomment>
        <translation>Máy này thiếu thành phần phát video.</translation>
    </message>
    <message>
        <source>This format cannot be played here.</source>
        <extracomment>vi: Không phát được định dạng này tại đây.</extracomment>
        <translation>Không phát được định dạng này tại đây.</translation>
    </message>
    <message>
        <source>The video file is missing.</source>
        <extracomment>vi: Không tìm thấy tệp video.</extracomment>
        <translation>Không tìm thấy tệp video.</translation>
    </message>
    <message>
        <source>The video cannot be played.</source>
        <extracomment>vi: Không phát được video.</extracomment>
        <translation>Không phát được video.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <extracomment>vi: Đang tải…</extracomment>
        <translation>Đang tải…</translation>
    </message>
    <message>
        <source>Video gallery</source>
        <extracomment>vi: Thư viện video</extracomment>
        <translation>Thư viện video</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>vi: %1 %</extracomment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>GenerateButton</name>
    <message>
        <source>Sending…</source>
        <translation>Đang gửi…</translation>
    </message>
    <message>
        <source>Create video</source>
        <translation>Tạo video</translation>
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
        <translation>Chạy thử</translation>
    </message>
    <message>
        <source>This is the sandbox: its credits are not real and nothing costs anything.</source>
        <translation>Đây là chế độ chạy thử: credits không có thật và bạn không tốn đồng nào.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Your video is being made. Please wait…</source>
        <translation>Video đang được tạo! Vui lòng đợi...</translation>
    </message>
    <message>
        <source>The system could not open the file.</source>
        <translation>Hệ thống không mở được tệp này.</translation>
    </message>
</context>
<context>
    <name>ModelSelector</name>
    <message>
        <source>Model: {title}</source>
        <translation>Mô hình: {title}</translation>
    </message>
</context>
</TS>
